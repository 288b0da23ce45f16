import type { Document, Inline } from './document.ts';
import { type TextBlock, textBlocks } from './text-blocks.ts';

/** What is known of words in a text, to be shown with them; the words stay as they are. */
export type Annotation = { start: number; end: number } & (
  | { type: 'time'; datetime?: string; note?: Note }
  | { type: 'quote'; speaker: string; footing: string }
  | { type: 'speaker'; note: Note }
);

/** A short text that can be called up where the words stand: `id` is that of the element that holds it elsewhere on the page. */
export type Note = { id: string; text: string };

/** An annotation with its place in the words of one block; `inLink`: all of it lies in one link. */
export type PlacedAnnotation = Annotation & { inLink: boolean };

export type PlacedAnnotations = ReadonlyMap<readonly Inline[], readonly PlacedAnnotation[]>;

type Span = { start: number; end: number };

/**
 * Cuts annotations, whose offsets are over the document's plain text (`textBlocks`), to the blocks that they stand in, so that each can
 * become one element: a quotation over paragraphs is cut, and what cannot nest is left out. Within a block the result has at most quotations
 * with times and speakers in them. Headings and preformatted text carry none.
 */
export function placeAnnotations(document: Document, annotations: readonly Annotation[]): PlacedAnnotations {
  const blocks = textBlocks(document);
  const inBlocks = new Map<TextBlock, Annotation[]>();
  let first = 0;
  for (const annotation of [...annotations].sort(byPlace)) {
    while (first < blocks.length && (blocks[first]?.end ?? 0) <= annotation.start) first++;
    for (let at = first; at < blocks.length; at++) {
      const block = blocks[at];
      if (!block || block.start >= annotation.end) break;
      const cut = cutTo(annotation, block);
      if (cut && block.block.type === 'paragraph') inBlocks.set(block, [...(inBlocks.get(block) ?? []), cut]);
    }
  }
  const nested = [...inBlocks].map(([block, cut]) => [block.content, nest(cut, block)] as const);
  return new Map(nested);
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The part of an annotation in a block, counted from its beginning; only quotations may be cut. */
function cutTo(annotation: Annotation, block: Span): Annotation | undefined {
  const [start, end] = [Math.max(annotation.start, block.start), Math.min(annotation.end, block.end)];
  const whole = start === annotation.start && end === annotation.end;
  if (end <= start || (!whole && annotation.type !== 'quote')) return undefined;
  return { ...annotation, start: start - block.start, end: end - block.start };
}

/** The runs of neighbouring words that lead to one address. */
function linksOf(content: readonly Inline[]): Span[] {
  const links: (Span & { href: string })[] = [];
  let start = 0;
  for (const node of content) {
    const end = start + (node.type === 'text' ? node.text.length : 1);
    const link = node.type === 'text' ? node.marks?.find((mark) => mark.type === 'link') : undefined;
    const last = links.at(-1);
    if (link?.type === 'link') {
      if (last?.end === start && last.href === link.attrs.href) last.end = end;
      else links.push({ start, end, href: link.attrs.href });
    }
    start = end;
  }
  return links;
}

const overlaps = (a: Span | undefined, b: Span): a is Span =>
  a !== undefined && a.start < b.end && b.start < a.end;
const holds = (a: Span, b: Span): boolean => a.start <= b.start && b.end <= a.end;

/** Of two that cannot nest the one that begins first stays, the longer one where they begin together. */
function nest(annotations: readonly Annotation[], { text, content }: TextBlock): PlacedAnnotation[] {
  const links = linksOf(content);
  const kept: PlacedAnnotation[] = [];
  let quote: Span | undefined;
  let short: Span | undefined;
  for (const annotation of annotations) {
    const inLink = links.some((link) => holds(link, annotation));
    if (!inLink && links.some((link) => tears(annotation, link))) continue;
    if (annotation.type === 'quote') {
      if (overlaps(quote, annotation) || (overlaps(short, annotation) && !holds(annotation, short))) continue;
      quote = annotation;
      kept.push({ ...annotation, inLink });
      continue;
    }
    // What can be called up is a control: it cannot lie in a link, and its words stay on one line.
    if (text.slice(annotation.start, annotation.end).includes('\n')) continue;
    if (overlaps(short, annotation) || (overlaps(quote, annotation) && !holds(quote, annotation))) continue;
    if (annotation.type === 'speaker' && inLink) continue;
    short = annotation;
    kept.push(
      inLink ? ({ ...annotation, note: undefined, inLink } as PlacedAnnotation) : { ...annotation, inLink },
    );
  }
  return kept;
}

/** Whether a link would be torn apart: a quotation may hold a link whole, a time or a speaker not even that. */
const tears = (annotation: Annotation, link: Span): boolean =>
  overlaps(annotation, link) && !(annotation.type === 'quote' && holds(annotation, link));
