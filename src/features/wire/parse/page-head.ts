import { oneLine } from '#document/clean-text.ts';
import type { Block, Document } from '#document/document.ts';
import { inlineText } from '#document/text-blocks.ts';
import { isFurnitureLine } from './furniture-words.ts';
import { bylineOf, dateOf } from './text-lines.ts';

/** Writers and editors by their initials, then the agency: "abc/dpa". */
const SIGNATURE = /^\(?\p{Ll}{1,5}(?:\/\p{Ll}{1,5}){0,3}\/\p{Lu}{2,6}\)?$/u;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * A page's story without the headline, byline, date and labels that stand over its first paragraph, and without labels
 * after its last one.
 */
export function dropPageHead(body: Document, page: { headline?: string; byline?: string }): Document {
  const content = [...body.content];
  const headline = letters(page.headline ?? '');
  const byline = letters(page.byline ?? '');
  const isHead = (block: Block): boolean => {
    const text = words(block);
    if (text === undefined) return false;
    if (text === '') return true;
    if (text.length > 400) return false;
    const bare = letters(text);
    if (bare === headline || (byline !== '' && bare.length < byline.length + 12 && bare.includes(byline)))
      return true;
    return (
      text.length < 90 &&
      (isFurnitureLine(text) || bylineOf(text) !== undefined || dateOf(text) !== undefined)
    );
  };
  const firstWords = content.findIndex((block) => words(block) !== undefined && !isHead(block));
  const kept = content.filter((block, at) => at >= firstWords || !isHead(block));
  for (let last = kept.at(-1); last !== undefined && kept.length > 1; last = kept.at(-1)) {
    const text = words(last);
    const label =
      last.type === 'heading' ||
      last.type === 'horizontalRule' ||
      (text !== undefined && text.length < 160 && (isFurnitureLine(text) || SIGNATURE.test(text)));
    if (!label) break;
    kept.pop();
  }
  return { type: 'doc', content: kept };
}

const words = (block: Block): string | undefined =>
  block.type === 'paragraph' || block.type === 'heading'
    ? oneLine(inlineText(block.content ?? []))
    : undefined;
