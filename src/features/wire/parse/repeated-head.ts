import { oneLine } from '#document/clean-text.ts';
import type { Block, Document } from '#document/document.ts';
import { inlineText } from '#document/text-blocks.ts';

type Head = { headline?: string; byline?: string };

/**
 * A body without the headline and byline that many providers repeat at its start, where they are the same words as the
 * fields. A summary stays: it is often simply the first paragraph. Never more than the first six blocks, and nothing where only headings would be left.
 */
export function dropRepeatedHead(body: Document, head: Head): Document {
  const known = new Set(
    [head.headline, head.byline]
      .filter((value) => value !== undefined)
      .map(key)
      .filter((value) => value !== ''),
  );
  if (known.size === 0) return body;
  let dropped = 0;
  for (const block of body.content.slice(0, 6)) {
    if (!known.has(key(words(block)))) break;
    dropped += 1;
  }
  const rest = body.content.slice(dropped);
  // A flash is all headline: what repeats there is all the copy there is.
  if (dropped === 0 || !rest.some((block) => block.type !== 'heading')) return body;
  return { type: 'doc', content: rest };
}

const words = (block: Block): string =>
  block.type === 'paragraph' || block.type === 'heading' ? inlineText(block.content ?? []) : '';

const key = (text: string): string =>
  oneLine(text.slice(0, 500))
    .toLowerCase()
    .replace(/^(?:by|von|par|por|di|da)\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
