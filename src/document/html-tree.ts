import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { BLOCK_ELEMENTS, VOID_ELEMENTS } from './html-elements.ts';
import { HtmlStack } from './html-stack.ts';
import { type MarkupElement, NO_ATTRIBUTES } from './markup-tree.ts';

/** Elements beyond these add nothing but their words; the numbers are far above any page of a newspaper. */
const HTML_LIMITS = { depth: 256, elements: 200_000, attributes: 128, characters: 8_000_000 };

export type HtmlTree = { root: MarkupElement; notes: string[] };

/**
 * HTML, well formed or not, as a tree. Tags that HTML lets out are put in (p, li, table parts), closing tags without
 * an opening are left out. Time grows with the length of the input alone: the stack is ours and at most 256 deep.
 */
export function parseHtmlTree(html: string): HtmlTree {
  const notes: string[] = [];
  let source = html;
  if (html.length > HTML_LIMITS.characters) {
    source = html.slice(0, HTML_LIMITS.characters);
    notes.push(`The markup was longer than ${HTML_LIMITS.characters} characters; the rest was left out.`);
  }
  const stack = new HtmlStack(HTML_LIMITS.depth);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, htmlCallbacks(source, stack));
  tokenizer.write(source);
  tokenizer.end();
  if (stack.flattened > 0) {
    notes.push(`${stack.flattened} elements lay too deep or were too many; their words were kept.`);
  }
  return { root: stack.root, notes };
}

function htmlCallbacks(source: string, stack: HtmlStack): TokenizerCallbacks {
  let name = '';
  let attributes: Record<string, string> | undefined;
  let attributeCount = 0;
  let attributeName = '';
  let attributeValue = '';
  let elements = 0;
  const open = (selfClosing: boolean): void => {
    elements += 1;
    const element = { name, attributes: attributes ?? NO_ATTRIBUTES, children: [] };
    // HTML ignores `/>`, but feeds that carry XHTML mean it on elements that have nothing in them anyway.
    const empty = VOID_ELEMENTS.has(name) || (selfClosing && !BLOCK_ELEMENTS.has(name));
    if (elements > HTML_LIMITS.elements) stack.flatten(name, empty);
    else stack.open(element, empty);
  };
  return {
    onopentagname(start, end) {
      name = source.slice(start, end).toLowerCase();
      attributes = undefined;
      attributeCount = 0;
    },
    onattribname(start, end) {
      attributeName = source.slice(start, end).toLowerCase();
      attributeValue = '';
    },
    onattribdata(start, end) {
      attributeValue += source.slice(start, end);
    },
    onattribentity(codepoint) {
      attributeValue += String.fromCodePoint(codepoint);
    },
    onattribend() {
      attributes ??= Object.create(null) as Record<string, string>;
      if (attributeCount < HTML_LIMITS.attributes && !(attributeName in attributes)) {
        attributes[attributeName] = attributeValue;
        attributeCount += 1;
      }
    },
    onopentagend: () => open(false),
    onselfclosingtag: () => open(true),
    onclosetag: (start, end) => stack.close(source.slice(start, end).toLowerCase()),
    ontext: (start, end) => stack.text(source.slice(start, end)),
    ontextentity: (codepoint) => stack.text(String.fromCodePoint(codepoint)),
    oncdata: (start, end) => stack.text(source.slice(start, end)),
    oncomment: () => undefined,
    ondeclaration: () => undefined,
    onprocessinginstruction: () => undefined,
    onend: () => stack.flush(),
  };
}
