import type { Block, Inline, Mark, TableCell, TextNode } from '#document/document.ts';
import { safeHref } from '#document/safe-href.ts';
import { nitfMedia } from './nitf-media.ts';
import type { OutgoingPicture } from './outgoing.ts';
import { around, escaped, words } from './xml.ts';

/** A document's blocks as NITF 3.6 block content. Elements that NITF lacks become those that it has; no word is lost. */
export const nitfBlocks = (blocks: readonly Block[], pictures: readonly OutgoingPicture[]): string =>
  blocks.map((block) => blockOf(block, pictures)).join('');

/** Recursion is safe here: a document is only so deep. */
function blockOf(block: Block, pictures: readonly OutgoingPicture[]): string {
  switch (block.type) {
    case 'paragraph':
      return around('p', [inline(block.content)]);
    case 'heading':
      return around('hl2', [inline(block.content)]);
    case 'blockquote':
      return around('bq', [around('block', [nitfBlocks(block.content, pictures)])]);
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item) => around('li', [nitfBlocks(item.content, pictures)]));
      return around(block.type === 'bulletList' ? 'ul' : 'ol', items);
    }
    case 'preformatted':
      return words('pre', (block.content ?? []).map(({ text }) => text).join(''));
    case 'table':
      return tableOf(block);
    case 'horizontalRule':
      return '<hr/>';
    case 'figure': {
      const picture = pictures.find(({ href }) => href === block.attrs.src);
      return picture ? nitfMedia(picture) : '';
    }
  }
}

function tableOf(table: Extract<Block, { type: 'table' }>): string {
  const rows = table.content.map((row) => around('tr', row.content.map(cellOf)));
  return around('table', [around('tbody', rows)]);
}

function cellOf({ type, attrs, content }: TableCell): string {
  const name = type === 'tableHeader' ? 'th' : 'td';
  const spans = [
    ...(attrs?.colspan ? [` colspan="${Math.trunc(attrs.colspan)}"`] : []),
    ...(attrs?.rowspan ? [` rowspan="${Math.trunc(attrs.rowspan)}"`] : []),
  ].join('');
  return `<${name}${spans}>${content.map((one) => inline(one.content)).join('<br/>')}</${name}>`;
}

const inline = (content: readonly Inline[] = []): string =>
  content.map((node) => (node.type === 'hardBreak' ? '<br/>' : wordsOf(node))).join('');

/** NITF knows emphasis and no more; what kind it is stands in its class. */
function wordsOf({ text, marks = [] }: TextNode): string {
  return marks.reduceRight(wrapped, escaped(text));
}

function wrapped(inside: string, mark: Mark): string {
  if (mark.type !== 'link') return around('em', [inside], { class: mark.type });
  const href = safeHref(mark.attrs.href);
  return href ? around('a', [inside], { href }) : inside;
}
