import { cleanText } from './clean-text.ts';
import type { Inline, Mark, TextNode } from './document.ts';

/** Marks in the order in which they are always written, with a key that tells whether two are the same. */
export type MarkSet = { marks: readonly Mark[]; key: string };

export const NO_MARKS: MarkSet = { marks: [], key: '' };

const ORDER = ['link', 'bold', 'italic', 'superscript', 'subscript', 'code'];

/** `set` with one more mark; a second link takes the place of the first, any other mark counts once. */
export function withMark(set: MarkSet, mark: Mark): MarkSet {
  const marks = [...set.marks.filter((other) => other.type !== mark.type), mark].sort(
    (a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type),
  );
  const key = marks.map((one) => (one.type === 'link' ? `link ${one.attrs.href}` : one.type)).join('|');
  return { marks, key };
}

export type InlineToken = { text: string; set: MarkSet } | 'break';

type Line = { nodes: Inline[]; key: string };

/**
 * Words, marks and line breaks as they came, made into the lines of text blocks: white space collapsed as a browser
 * would, none at the ends, equal neighbours joined. Two breaks or more end a block, so several blocks may come back.
 */
export function inlineBlocks(tokens: readonly InlineToken[]): Inline[][] {
  const blocks: Line[] = [{ nodes: [], key: '' }];
  let breaks = 0;
  for (const token of tokens) {
    if (token === 'break') {
      breaks += 1;
      continue;
    }
    let line = blocks.at(-1) ?? { nodes: [], key: '' };
    const fresh = line.nodes.length === 0 || breaks > 0;
    const collapsed = cleanText(token.text).replace(/[ \t\n\r\f]+/g, ' ');
    const text = fresh ? collapsed.trimStart() : collapsed;
    if (text === '') continue;
    if (breaks > 0 && line.nodes.length > 0) {
      trimEnd(line.nodes);
      if (breaks === 1) line.nodes.push({ type: 'hardBreak' });
      else {
        line = { nodes: [], key: '' };
        blocks.push(line);
      }
    }
    breaks = 0;
    append(line, text, token.set);
  }
  for (const block of blocks) trimEnd(block.nodes);
  return blocks.map((block) => block.nodes).filter((nodes) => nodes.length > 0);
}

function append(line: Line, text: string, set: MarkSet): void {
  const last = line.nodes.at(-1);
  const added =
    last?.type === 'text' && last.text.endsWith(' ') && text.startsWith(' ') ? text.slice(1) : text;
  if (added === '') return;
  if (last?.type === 'text' && line.key === set.key) last.text += added;
  else line.nodes.push(textNode(added, set));
  line.key = set.key;
}

function textNode(text: string, set: MarkSet): TextNode {
  return set.marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...set.marks] };
}

function trimEnd(nodes: Inline[]): void {
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    if (last.type === 'text') {
      last.text = last.text.trimEnd();
      if (last.text !== '') return;
    }
    nodes.pop();
  }
}
