import type { MarkupElement } from '#document/markup-tree.ts';

/** How much of an element is words, how much of that stands in links, and where it hangs. */
export type ElementStats = {
  words: number;
  linkWords: number;
  commas: number;
  paragraphs: number;
  parent?: MarkupElement;
};

export type PageStats = Map<MarkupElement, ElementStats>;

const EMPTY: ElementStats = { words: 0, linkWords: 0, commas: 0, paragraphs: 0 };

export const statsOf = (stats: PageStats, element: MarkupElement): ElementStats =>
  stats.get(element) ?? EMPTY;

/** The share of an element's words that are links, 0 to 1. */
export function linkShare(stats: PageStats, element: MarkupElement): number {
  const { words, linkWords } = statsOf(stats, element);
  return words === 0 ? 0 : linkWords / words;
}

/** Counts a page once, bottom up on an explicit stack; characters stand for words, so that every script counts alike. */
export function countPage(root: MarkupElement): PageStats {
  const stats: PageStats = new Map();
  const stack: { element: MarkupElement; next: number; own: ElementStats }[] = [
    { element: root, next: 0, own: { ...EMPTY } },
  ];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.element.children[frame.next];
    frame.next += 1;
    if (node === undefined) {
      stack.pop();
      closeElement(frame.element, frame.own, stack.at(-1), stats);
    } else if (typeof node === 'string') {
      frame.own.words += node.replace(/\s+/g, ' ').trim().length;
      frame.own.commas += countCommas(node);
    } else stack.push({ element: node, next: 0, own: { ...EMPTY, parent: frame.element } });
  }
  return stats;
}

const COMMAS = new Set(',，、،');

function countCommas(text: string): number {
  let commas = 0;
  for (const character of text) if (COMMAS.has(character)) commas += 1;
  return commas;
}

function closeElement(
  element: MarkupElement,
  own: ElementStats,
  outer: { own: ElementStats } | undefined,
  stats: PageStats,
): void {
  if (element.name === 'a' && !(element.attributes.href ?? '').startsWith('#')) own.linkWords = own.words;
  if (element.name === 'p' && own.words > 20) own.paragraphs += 1;
  stats.set(element, own);
  if (outer === undefined) return;
  outer.own.words += own.words;
  outer.own.linkWords += own.linkWords;
  outer.own.commas += own.commas;
  outer.own.paragraphs += own.paragraphs;
}
