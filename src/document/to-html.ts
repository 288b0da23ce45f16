import type { PlacedAnnotations } from './annotations.ts';
import type { Block, Document, Figure, Inline, TableCell } from './document.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import { inlineHtml } from './inline-html.ts';
import { safeHref } from './safe-href.ts';

/** A picture as it is to be shown; the addresses are ours and may be relative. */
export type ShownFigure = {
  src: string;
  width?: number;
  height?: number;
  srcset?: string;
  sizes?: string;
  alt?: string;
  caption?: string;
  credit?: string;
  className?: string;
};

export type ToHtmlOptions = {
  /** How to show a picture; undefined leaves it out. Without this, pictures that have an outside address are shown. */
  figure?: (figure: Figure) => ShownFigure | undefined;
  /** BCP 47 tag of the text: its quotation marks are printed as that language has them. Without it they stay as typed. */
  language?: string;
  /** The name of a table that may be wider than the page: it then lies in a region of that name which can be scrolled. */
  tableName?: string;
  /** What is known of words in the text, as `placeAnnotations` put it in its place. */
  annotations?: PlacedAnnotations;
};

/**
 * A document as HTML that can hold nothing active: the elements are those of the schema, all text and attributes are
 * escaped, and links are http, https or mailto even where the document came from somewhere unchecked.
 */
export function toHtml(document: Document, options: ToHtmlOptions = {}): string {
  return document.content.map((block) => blockHtml(block, options)).join('\n');
}

const wordsHtml = (
  content: readonly Inline[] | undefined,
  { language, annotations }: ToHtmlOptions,
): string => inlineHtml(content, language, content && annotations?.get(content));

/** Recursion is safe here: MAX_DEPTH bounds how deep blocks lie. */
function blockHtml(block: Block, options: ToHtmlOptions): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${wordsHtml(block.content, options)}</p>`;
    case 'heading':
      return `<h${block.attrs.level}>${wordsHtml(block.content, options)}</h${block.attrs.level}>`;
    case 'blockquote':
      return `<blockquote>${blocksHtml(block.content, options)}</blockquote>`;
    case 'bulletList':
      return `<ul>${itemsHtml(block.content, options)}</ul>`;
    case 'orderedList': {
      const start = Math.trunc(Number(block.attrs?.start ?? 1));
      return `<ol${start === 1 ? '' : ` start="${start}"`}>${itemsHtml(block.content, options)}</ol>`;
    }
    case 'preformatted':
      return `<pre>${inlineHtml(block.content)}</pre>`;
    case 'table':
      return tableHtml(block, options);
    case 'horizontalRule':
      return '<hr>';
    case 'figure':
      return figureHtml(block, options);
  }
}

const blocksHtml = (blocks: readonly Block[], options: ToHtmlOptions): string =>
  blocks.map((block) => blockHtml(block, options)).join('');

const itemsHtml = (items: readonly { content: readonly Block[] }[], options: ToHtmlOptions): string =>
  items.map((item) => `<li>${itemHtml(item.content, options)}</li>`).join('');

function itemHtml(blocks: readonly Block[], options: ToHtmlOptions): string {
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'paragraph'
    ? wordsHtml(only.content, options)
    : blocksHtml(blocks, options);
}

/** More cells than this in a row may not fit on a phone. */
const CELLS_THAT_FIT = 3;

function tableHtml(table: Extract<Block, { type: 'table' }>, options: ToHtmlOptions): string {
  const rows = table.content.map(
    (row) => `<tr>${row.content.map((cell) => cellHtml(cell, options)).join('')}</tr>`,
  );
  const html = `<table><tbody>${rows.join('')}</tbody></table>`;
  const wide = table.content.some((row) => row.content.length > CELLS_THAT_FIT);
  if (!wide || options.tableName === undefined) return html;
  // Focus lets a reader without a mouse scroll it; a region that takes focus must have a name (WCAG 2.1.1, 4.1.2).
  return `<div class="table" role="region" tabindex="0" aria-label="${escapeAttribute(options.tableName)}">${html}</div>`;
}

function cellHtml(cell: TableCell, options: ToHtmlOptions): string {
  const name = cell.type === 'tableHeader' ? 'th' : 'td';
  const spans = (['colspan', 'rowspan'] as const)
    .map((key) => (cell.attrs?.[key] === undefined ? '' : ` ${key}="${Math.trunc(Number(cell.attrs[key]))}"`))
    .join('');
  const [only] = cell.content;
  const inside =
    cell.content.length === 1 ? wordsHtml(only?.content, options) : blocksHtml(cell.content, options);
  return `<${name}${spans}>${inside}</${name}>`;
}

function figureHtml(figure: Figure, options: ToHtmlOptions): string {
  const shown = options.figure === undefined ? outsideFigure(figure) : options.figure(figure);
  if (shown === undefined) return '';
  const attributes: [string, string | number | undefined][] = [
    ['src', shown.src],
    ['srcset', shown.srcset],
    ['sizes', shown.sizes],
    ['width', shown.width],
    ['height', shown.height],
    ['alt', shown.alt ?? ''],
  ];
  const written = attributes
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
  const className = shown.className ? ` class="${escapeAttribute(shown.className)}"` : '';
  return `<figure${className}><img${written}>${captionHtml(shown)}</figure>`;
}

function captionHtml(shown: ShownFigure): string {
  const parts = [
    ...(shown.caption ? [escapeText(shown.caption)] : []),
    ...(shown.credit ? [`<small>${escapeText(shown.credit)}</small>`] : []),
  ];
  return parts.length === 0 ? '' : `<figcaption>${parts.join(' ')}</figcaption>`;
}

function outsideFigure({ attrs }: Figure): ShownFigure | undefined {
  const src = attrs.src === undefined ? undefined : safeHref(attrs.src);
  return src === undefined ? undefined : { ...attrs, src };
}
