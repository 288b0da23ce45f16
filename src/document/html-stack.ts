import {
  BLOCK_ELEMENTS,
  CLOSE_SCOPES,
  HEADING_LEVELS,
  IMPLIED_END_SCOPES,
  IMPLIED_ENDS,
  TABLE_NAMES,
} from './html-elements.ts';
import { type MarkupElement, NO_ATTRIBUTES } from './markup-tree.ts';

/**
 * The open elements while HTML is read, and the tree that they grow. A class because its state is long-lived and
 * shared by a dozen callbacks.
 */
export class HtmlStack {
  readonly root: MarkupElement = { name: '#root', attributes: NO_ATTRIBUTES, children: [] };
  /** How many elements were too deep, or too many, to become one. */
  flattened = 0;
  private readonly open_: MarkupElement[] = [this.root];
  private readonly counts = new Map<string, number>();
  private readonly maxDepth: number;
  private overflow = 0;
  private pending = '';

  constructor(maxDepth: number) {
    this.maxDepth = maxDepth;
  }

  text(text: string): void {
    this.pending += text;
  }

  flush(): void {
    if (this.pending === '') return;
    this.top().children.push(this.pending);
    this.pending = '';
  }

  open(element: MarkupElement, empty: boolean): void {
    this.endImplied(element.name);
    if (this.open_.length >= this.maxDepth && !empty) {
      this.flatten(element.name, empty);
      return;
    }
    this.flush();
    this.top().children.push(element);
    if (empty) return;
    this.open_.push(element);
    this.counts.set(element.name, (this.counts.get(element.name) ?? 0) + 1);
  }

  /** An element that becomes none: its words stay, with a space where a block began. */
  flatten(name: string, empty: boolean): void {
    this.flattened += 1;
    if (BLOCK_ELEMENTS.has(name)) this.pending += ' ';
    if (!empty) this.overflow += 1;
  }

  close(name: string): void {
    if (this.overflow > 0) {
      this.overflow -= 1;
      return;
    }
    if (name === 'br') this.open({ name: 'br', attributes: NO_ATTRIBUTES, children: [] }, true);
    if ((this.counts.get(name) ?? 0) === 0) return;
    const bounded = !TABLE_NAMES.has(name);
    for (let at = this.open_.length - 1; at > 0; at -= 1) {
      const open = this.open_[at]?.name ?? '';
      if (open === name) {
        this.popTo(at);
        return;
      }
      if (bounded && CLOSE_SCOPES.has(open)) return;
    }
  }

  private top(): MarkupElement {
    return this.open_.at(-1) ?? this.root;
  }

  private popTo(length: number): void {
    this.flush();
    while (this.open_.length > length) {
      const name = this.open_.pop()?.name ?? '';
      this.counts.set(name, (this.counts.get(name) ?? 1) - 1);
    }
  }

  private endImplied(name: string): void {
    const ends = IMPLIED_ENDS[name];
    if (ends !== undefined) this.endWithin(ends, IMPLIED_END_SCOPES[name]);
    else if (BLOCK_ELEMENTS.has(name)) this.endWithin(['p'], CLOSE_SCOPES);
    if (name in HEADING_LEVELS && this.top().name in HEADING_LEVELS) this.popTo(this.open_.length - 1);
  }

  private endWithin(names: readonly string[], scope: ReadonlySet<string> | undefined): void {
    if (!names.some((name) => (this.counts.get(name) ?? 0) > 0)) return;
    let lowest = -1;
    for (let at = this.open_.length - 1; at > 0; at -= 1) {
      const open = this.open_[at]?.name ?? '';
      if (names.includes(open)) lowest = at;
      else if (scope?.has(open) || CLOSE_SCOPES.has(open)) break;
    }
    if (lowest > 0) this.popTo(lowest);
  }
}
