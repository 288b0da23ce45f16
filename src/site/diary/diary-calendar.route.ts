import {
  type CalendarEntry,
  type CalendarWords,
  diaryKey,
  readCalendar,
  writeCalendar,
} from '#features/diary/diary.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { type PageResponse, page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { toLanguage } from '../edition-words.ts';
import { absoluteUrl, type EditionContext, sectionOf } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import { freshSeconds, todayIn } from './diary.view.ts';
import { diaryWords } from './diary-words.ts';
import { toEntryProps } from './entry-view.ts';
import { entryHref } from './week-address.ts';
import { whenLabel } from './when-words.ts';

/** `/diary.ics`: the diary for calendars (RFC 5545). */
export const diaryCalendarRoute: EditionRoute = {
  pattern: '/diary.ics',
  render: async (context): Promise<PageResponse> => {
    const { edition } = context;
    const words = diaryWords(toLanguage(edition.language));
    const today = todayIn(context);
    const entries = await readCalendar(context.db, edition, today);
    const body = writeCalendar({
      name: `${edition.name}: ${words.title}`,
      description: words.deck,
      url: absoluteUrl(context, `${edition.prefix}/diary`),
      language: edition.language,
      host: new URL(context.baseUrl).hostname,
      entries: entries.map((entry) => ({ ...entry, words: toWords(context, entry, today) })),
    });
    const articles = entries.flatMap(({ entry }) =>
      entry
        ? [entry.announced, ...(entry.reported ? [entry.reported] : [])].map(({ articleId }) => ({
            id: articleId,
          }))
        : [],
    );
    return page({
      type: 'text/calendar; charset=utf-8',
      // Calendars in browsers read it from other sites, and there is nothing in it that is not public.
      headers: [['access-control-allow-origin', '*']],
      body,
      keys: [...new Set([diaryKey(edition.code), ...articleKeys(articles)])],
      maxAgeSeconds: freshSeconds(context),
    });
  },
};

function toWords(context: EditionContext, { entry }: CalendarEntry, today: number): CalendarWords {
  const { edition } = context;
  const language = toLanguage(edition.language);
  const words = diaryWords(language);
  const diaryUrl = absoluteUrl(context, `${edition.prefix}/diary`);
  if (!entry) return { summary: words.withdrawn, description: '', url: diaryUrl, categories: [] };
  const shown = toEntryProps(context, entry, { today, margin: 'words' });
  const vague = entry.span.precision === 'day' ? undefined : whenLabel(entry.when, language);
  const outcome =
    shown.outcome && [shown.outcome.label, shown.outcome.said?.text].filter(Boolean).join(' — ');
  const section = sectionOf(context, entry.announced.sectionId)?.name;
  return {
    summary: [shown.kicker, [shown.title, vague].filter(Boolean).join(', ')].filter(Boolean).join(': '),
    description: [entry.span.clock, shown.said.text, absoluteUrl(context, entry.announced.path), outcome]
      .filter(Boolean)
      .join('\n\n'),
    url: context.baseUrl + entryHref(edition.prefix, entry),
    place: entry.place && printedQuotes(entry.place, edition.language),
    categories: section ? [section] : [],
  };
}
