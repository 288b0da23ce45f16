import { printedQuotes } from '#lib/quotes.ts';
import { closeAnnotation, openAnnotation } from './annotation-html.ts';
import type { PlacedAnnotation } from './annotations.ts';
import type { Inline, Mark } from './document.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import { safeHref } from './safe-href.ts';

const TAGS: Readonly<Record<Exclude<Mark['type'], 'link'>, string>> = {
  bold: 'strong',
  italic: 'em',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
};

/** An element around words: of the document, or of what is known of them. */
type Around = Mark | { type: 'annotation'; of: PlacedAnnotation };

/** Words that stand in the same elements. */
type Piece = { text: string; around: Around[] };

/**
 * Neighbours share the marks that they have in common, so that a link with a bold word in it stays one link. With a
 * language, quotation marks are printed as it has them, but never in code. `annotations` must nest, as `placeAnnotations` sees to.
 */
export function inlineHtml(
  content: readonly Inline[] = [],
  language?: string,
  annotations: readonly PlacedAnnotation[] = [],
): string {
  let html = '';
  let open: Around[] = [];
  const closeTo = (length: number): void => {
    for (const around of open.slice(length).reverse()) html += closeTag(around);
    open = open.slice(0, length);
  };
  for (const piece of toPieces(content, language, annotations)) {
    if (piece === 'break') {
      closeTo(0);
      html += '<br>';
      continue;
    }
    const { text, around } = piece;
    let shared = 0;
    while (shared < open.length && isSame(open[shared], around[shared])) shared += 1;
    closeTo(shared);
    for (const one of around.slice(shared)) html += openTag(one);
    open = around;
    html += escapeText(text);
  }
  closeTo(0);
  return html;
}

function toPieces(
  content: readonly Inline[],
  language: string | undefined,
  annotations: readonly PlacedAnnotation[],
): (Piece | 'break')[] {
  const pieces: (Piece | 'break')[] = [];
  let before = '';
  let at = 0;
  for (const node of content) {
    if (node.type === 'hardBreak') {
      pieces.push('break');
      before = '';
      at += 1;
      continue;
    }
    const marks = (node.marks ?? []).filter(
      (mark) => mark.type !== 'link' || safeHref(mark.attrs.href) !== undefined,
    );
    const typed = language === undefined || marks.some(({ type }) => type === 'code');
    // Before it is cut: which way a mark turns depends on the letters on either side of it.
    const text = typed ? node.text : printedQuotes(node.text, language, before);
    before = node.text.slice(-1);
    pieces.push(...cut(text, at, marks, annotations));
    at += node.text.length;
  }
  return pieces;
}

/** Cuts the words of one node where an annotation begins or ends. */
function cut(
  text: string,
  start: number,
  marks: readonly Mark[],
  annotations: readonly PlacedAnnotation[],
): Piece[] {
  const end = start + text.length;
  const here = annotations.filter((one) => one.start < end && start < one.end);
  if (here.length === 0) return [{ text, around: [...marks] }];
  const inside = here.flatMap((one) => [one.start, one.end]).filter((edge) => edge > start && edge < end);
  const edges = [...new Set([start, ...inside, end])].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => {
    const from = edges[index] ?? start;
    const over = here.filter((one) => one.start <= from && to <= one.end);
    return { text: text.slice(from - start, to - start), around: nested(marks, over) };
  });
}

/** What lies in one link stands inside it, all else around the node's own marks. */
function nested(marks: readonly Mark[], over: readonly PlacedAnnotation[]): Around[] {
  const around = (inLink: boolean): Around[] =>
    over.filter((one) => one.inLink === inLink).map((of) => ({ type: 'annotation', of }));
  const link = marks.findIndex(({ type }) => type === 'link') + 1;
  return [...around(false), ...marks.slice(0, link), ...around(true), ...marks.slice(link)];
}

function openTag(around: Around): string {
  if (around.type === 'annotation') return openAnnotation(around.of);
  return around.type === 'link'
    ? `<a href="${escapeAttribute(around.attrs.href)}">`
    : `<${TAGS[around.type]}>`;
}

function closeTag(around: Around): string {
  if (around.type === 'annotation') return closeAnnotation(around.of);
  return around.type === 'link' ? '</a>' : `</${TAGS[around.type]}>`;
}

function isSame(a: Around | undefined, b: Around | undefined): boolean {
  if (a === undefined || b === undefined || a.type !== b.type) return false;
  if (a.type === 'annotation') return b.type === 'annotation' && a.of === b.of;
  return a.type !== 'link' || (b.type === 'link' && a.attrs.href === b.attrs.href);
}
