import { readTimeline, type TimelineEntry } from '#features/timelines/timelines.ts';
import { printedQuotes } from '#lib/quotes.ts';
import type { When } from '#ui/when.tsx';
import { sentenceHref } from '../diary/sentence-link.ts';
import { whenLabel } from '../diary/when-words.ts';
import { toLanguage } from '../edition-words.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';

/** Something that happened: when, and the sentence that says so as a link to where it stands. */
export type HappeningProps = { when: When; sentence: string; href: string };

/**
 * What happened in a topic, in the order of its days, and the articles that a page which shows it hangs on. `without`: an article whose own
 * sentences stand above it. One query.
 */
export async function loadTimeline(
  context: EditionContext,
  topicId: number,
  options: { limit: number; without?: number },
): Promise<{ happenings: HappeningProps[]; keys: string[] }> {
  const entries = await readTimeline(context.db, topicId, options);
  return {
    happenings: entries.map((entry) => toHappening(context, entry)),
    keys: articleKeys(entries.map(({ articleId }) => ({ id: articleId }))),
  };
}

function toHappening(
  { edition: { language } }: EditionContext,
  { day, precision, sentence, path }: TimelineEntry,
): HappeningProps {
  const value = precision === 'day' ? day : day.slice(0, 7);
  return {
    when: { iso: value, label: whenLabel({ value }, toLanguage(language)) ?? value },
    sentence: printedQuotes(sentence, language),
    href: sentenceHref({ path, sentence, current: true }, language),
  };
}
