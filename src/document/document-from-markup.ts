import { BlockWriter } from './block-writer.ts';
import { cleanText } from './clean-text.ts';
import type { Document, Mark } from './document.ts';
import { DropCounts } from './drop-counts.ts';
import { figureFromImage, figuresFromElement, isEmoji } from './figure-from-markup.ts';
import { BLOCK_ELEMENTS, DROPPED_ELEMENTS, HEADING_LEVELS } from './html-elements.ts';
import { type MarkSet, NO_MARKS, withMark } from './inline-text.ts';
import { type MarkupElement, walkMarkup } from './markup-tree.ts';
import { safeHref } from './safe-href.ts';

export type ParsedDocument = { document: Document; notes: string[] };

const MARK_TYPES: Readonly<Record<string, Exclude<Mark['type'], 'link'>>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

type Walk = { writer: BlockWriter; marks: MarkSet[]; base: string | undefined; drops: DropCounts };

/**
 * A tree of markup as a document. What the schema cannot hold is dropped and counted in `notes`; its words survive,
 * save those of code, forms and hidden elements. Relative links are resolved against `base`. The root itself is only
 * what holds the rest: its own name means nothing.
 */
export function documentFromMarkup(root: MarkupElement, base?: string): ParsedDocument {
  const walk: Walk = { writer: new BlockWriter(), marks: [NO_MARKS], base, drops: new DropCounts() };
  const onClose: (() => void)[] = [];
  walkMarkup(root, (event) => {
    if (event.at === 'text') walk.writer.text(event.text, walk.marks.at(-1) ?? NO_MARKS);
    else if (event.at === 'close') onClose.pop()?.();
    else if (event.element === root) onClose.push(nothing);
    else {
      const close = enter(walk, event.element);
      if (close === 'skip') return 'skip';
      onClose.push(close);
    }
    return undefined;
  });
  return { document: { type: 'doc', content: walk.writer.finish() }, notes: walk.drops.sentences() };
}

const nothing = (): void => undefined;

/** What an opening element does; the answer is what its closing does, or that its children are not to be read. */
function enter(walk: Walk, element: MarkupElement): 'skip' | (() => void) {
  const { name } = element;
  if (DROPPED_ELEMENTS.has(name) || isHidden(element)) {
    walk.drops.add(DROPPED_ELEMENTS.has(name) ? name : 'hidden');
    return 'skip';
  }
  const leaf = LEAVES[name];
  if (leaf !== undefined) {
    leaf(walk, element);
    return 'skip';
  }
  if (BLOCK_ELEMENTS.has(name)) return enterBlock(walk, element);
  return enterInline(walk, element);
}

const LEAVES: Readonly<Record<string, (walk: Walk, element: MarkupElement) => void>> = {
  br: (walk) => walk.writer.lineBreak(),
  hr: (walk) => walk.writer.block({ type: 'horizontalRule' }),
  wbr: nothing,
  pre: preformatted,
  listing: preformatted,
  xmp: preformatted,
  img: image,
  image: image,
};

function image(walk: Walk, element: MarkupElement): void {
  if (isEmoji(element)) {
    walk.writer.text(element.attributes.alt ?? '', walk.marks.at(-1) ?? NO_MARKS);
    return;
  }
  const figure = figureFromImage(element, walk.base);
  if (figure === undefined) walk.drops.add('img');
  else walk.writer.figure(figure);
}

function preformatted(walk: Walk, element: MarkupElement): void {
  let text = '';
  walkMarkup(element, (event) => {
    if (event.at === 'text') text += event.text;
    else if (event.at === 'open' && DROPPED_ELEMENTS.has(event.element.name)) return 'skip';
    else if (event.at === 'open' ? event.element.name === 'br' : BLOCK_ELEMENTS.has(event.element.name))
      text += '\n';
    return undefined;
  });
  const lines = cleanText(text).replace(/\r\n?/g, '\n').split('\n');
  while (lines[0]?.trim() === '') lines.shift();
  const kept = lines.join('\n').trimEnd();
  if (kept !== '') walk.writer.block({ type: 'preformatted', content: [{ type: 'text', text: kept }] });
}

function enterBlock(walk: Walk, element: MarkupElement): 'skip' | (() => void) {
  const { writer } = walk;
  const close = (): void => writer.close();
  const boundary = (): void => writer.boundary();
  switch (element.name) {
    case 'blockquote':
      return writer.openContainer({ kind: 'blockquote' }) ? close : boundary;
    case 'ul':
    case 'menu':
    case 'dir':
      return writer.openContainer({ kind: 'list', ordered: false, start: 1 }) ? close : boundary;
    case 'ol':
      return writer.openContainer({ kind: 'list', ordered: true, start: startOf(element) })
        ? close
        : boundary;
    case 'li':
      return writer.openItem() ? close : boundary;
    case 'table':
      return writer.openContainer({ kind: 'table' }) ? close : boundary;
    case 'tr':
      writer.openRow();
      return boundary;
    case 'td':
    case 'th':
      return writer.openCell(element.name === 'th', span(element, 'colspan'), span(element, 'rowspan'))
        ? close
        : boundary;
    case 'figure':
      return enterFigure(walk, element);
    default:
      return enterTextBlock(walk, element.name);
  }
}

function enterTextBlock(walk: Walk, name: string): () => void {
  const level = HEADING_LEVELS[name];
  walk.writer.boundary(level === undefined ? undefined : { type: 'heading', level });
  return () => walk.writer.boundary();
}

function enterFigure(walk: Walk, element: MarkupElement): 'skip' | (() => void) {
  const figures = figuresFromElement(element, walk.base);
  walk.writer.boundary();
  if (figures === undefined) return () => walk.writer.boundary();
  for (const figure of figures) walk.writer.block(figure);
  if (figures.length === 0) walk.drops.add('img');
  return 'skip';
}

function enterInline(walk: Walk, element: MarkupElement): () => void {
  const outer = walk.marks.at(-1) ?? NO_MARKS;
  if (element.name === 'q') {
    walk.writer.text('“', outer);
    return () => walk.writer.text('”', outer);
  }
  const mark = markOf(walk, element);
  if (mark === undefined) return nothing;
  walk.marks.push(withMark(outer, mark));
  return () => {
    walk.marks.pop();
  };
}

function markOf(walk: Walk, element: MarkupElement): Mark | undefined {
  const type = MARK_TYPES[element.name];
  if (type !== undefined) return { type };
  if (element.name !== 'a' || element.attributes.href === undefined) return undefined;
  const href = safeHref(element.attributes.href, walk.base);
  if (href !== undefined) return { type: 'link', attrs: { href } };
  walk.drops.add('link');
  return undefined;
}

const isHidden = ({ attributes }: MarkupElement): boolean =>
  'hidden' in attributes ||
  (attributes.style !== undefined && /display\s{0,9}:\s{0,9}none/i.test(attributes.style));

function startOf(list: MarkupElement): number {
  const start = Number.parseInt(list.attributes.start ?? '1', 10);
  return Number.isFinite(start) && Math.abs(start) < 1e6 ? start : 1;
}

function span(cell: MarkupElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attributes[name] ?? '1', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), 100) : 1;
}
