import { countWords, toText } from '#document/to-text.ts';
import type { TakeRow } from '#features/stories/stories.ts';
import { beginningOf } from '#lib/text.ts';

/** What lists show of an article: kept with the article, so that they need not read its text. */
export function listedParts(take: TakeRow) {
  const [lead] = take.pictures;
  return {
    headline: take.headline,
    deck: take.deck,
    excerpt: take.deck || beginningOf(toText(take.body)),
    byline: take.byline,
    credit: take.credit,
    urgency: take.urgency,
    words: countWords(take.body),
    lead_picture: lead ? JSON.stringify(lead) : null,
  };
}
