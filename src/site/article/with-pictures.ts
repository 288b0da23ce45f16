import type { Block, Document } from '#document/document.ts';
import type { PictureReference } from '#features/stories/stories.ts';

/** So many paragraphs stand between two pictures that the text itself does not place. */
const PARAGRAPHS_BETWEEN = 3;

type PictureWords = Pick<PictureReference, 'alt' | 'caption' | 'credit'>;

/** What an article says of a picture, where it does; the picture's own words stand otherwise. */
export function wordsOfPicture({ alt, caption, credit }: PictureWords): PictureWords {
  return { ...(alt && { alt }), ...(caption && { caption }), ...(credit && { credit }) };
}

/** A body with the pictures that came with it but have no place in it: spread over the text, the rest after it. */
export function withPictures(body: Document, pictures: PictureReference[]): Document {
  const placed = new Set(body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs.src] : [])));
  const waiting = pictures
    .filter(({ href }) => !placed.has(href))
    .map(({ href, ...words }): Block => ({ type: 'figure', attrs: { src: href, ...words } }));
  const content: Block[] = [];
  let paragraphs = 0;
  for (const [index, block] of body.content.entries()) {
    content.push(block);
    if (block.type === 'paragraph') paragraphs++;
    const next = waiting[0];
    const last = index === body.content.length - 1;
    if (next && paragraphs >= PARAGRAPHS_BETWEEN && !last && body.content[index + 1]?.type === 'paragraph') {
      content.push(next);
      waiting.shift();
      paragraphs = 0;
    }
  }
  return { type: 'doc', content: [...content, ...waiting] };
}
