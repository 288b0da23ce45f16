import { NO_ATTRIBUTES } from '#document/markup-tree.ts';
import { LIMITS, refuse } from './limits.ts';
import type { XmlElement } from './xml-tree.ts';
import { vocabularyOf } from './xml-vocabularies.ts';

type Scope = ReadonlyMap<string, string>;

/**
 * Grows a tree from the tags and text that either reader of XML announces, and refuses what is beyond the limits. A
 * class because its state lives as long as the reading.
 */
export class XmlBuilder {
  readonly root: XmlElement = { name: '#document', vocabulary: '', attributes: NO_ATTRIBUTES, children: [] };
  private readonly stack: { element: XmlElement; scope: Scope; tag: string }[] = [
    { element: this.root, scope: new Map(), tag: '' },
  ];
  private readonly counts = new Map<string, number>();
  private readonly vocabularies = new Map<string, string>();
  private elements = 0;
  private attributes = 0;
  private pending = '';

  open(tag: string, attributes: Record<string, string>): void {
    this.flush();
    this.elements += 1;
    if (this.elements > LIMITS.elements) refuse(`The message has more than ${LIMITS.elements} elements.`);
    if (this.stack.length > LIMITS.depth)
      refuse(`The message nests elements more than ${LIMITS.depth} deep.`);
    const parent = this.stack.at(-1);
    const names = Object.keys(attributes);
    this.count(names.length);
    const scope = names.some((name) => name.startsWith('xmlns'))
      ? extend(parent?.scope, attributes)
      : parent?.scope;
    const colon = tag.indexOf(':');
    const element: XmlElement = {
      name: colon < 0 ? tag : tag.slice(colon + 1),
      vocabulary: this.vocabulary(colon < 0 ? '' : tag.slice(0, colon), scope),
      attributes: names.length === 0 ? NO_ATTRIBUTES : attributes,
      children: [],
    };
    parent?.element.children.push(element);
    this.stack.push({ element, scope: scope ?? new Map(), tag });
    this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1);
  }

  text(text: string): void {
    this.pending += text;
    if (this.pending.length > LIMITS.characters) refuseLongText();
  }

  /** Ends the nearest open element of that name and all within it; a closing tag without an opening does nothing. */
  close(tag: string): void {
    this.flush();
    if ((this.counts.get(tag) ?? 0) === 0) return;
    for (let top = this.stack.pop(); top !== undefined; top = this.stack.pop()) {
      this.counts.set(top.tag, (this.counts.get(top.tag) ?? 1) - 1);
      if (top.tag === tag) return;
    }
  }

  finish(): XmlElement | undefined {
    this.flush();
    return this.root.children.find((child) => typeof child !== 'string');
  }

  private flush(): void {
    if (this.pending === '') return;
    this.stack.at(-1)?.element.children.push(this.pending);
    this.pending = '';
  }

  private count(attributes: number): void {
    this.attributes += attributes;
    if (attributes > LIMITS.attributesPerElement || this.attributes > LIMITS.attributes) {
      refuse(
        `The message has more attributes than ${LIMITS.attributesPerElement} on an element or ${LIMITS.attributes} in all.`,
      );
    }
  }

  private vocabulary(prefix: string, scope: Scope | undefined): string {
    const namespace = scope?.get(prefix);
    const key = `${prefix} ${namespace ?? ''}`;
    const known = this.vocabularies.get(key);
    if (known !== undefined) return known;
    const word = vocabularyOf(prefix, namespace);
    if (this.vocabularies.size < 1_000) this.vocabularies.set(key, word);
    return word;
  }
}

export const refuseLongText = (): never =>
  refuse(`One element of the message holds more than ${LIMITS.characters} characters of text.`);

function extend(scope: Scope | undefined, attributes: Record<string, string>): Scope {
  const extended = new Map(scope);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') extended.set('', value);
    else if (name.startsWith('xmlns:')) extended.set(name.slice(6), value);
    if (extended.size > 200) refuse('The message binds more than 200 namespace prefixes at once.');
  }
  return extended;
}
