import { type DiaryEntry, toIsoDay, toSpan } from '#features/diary/diary.ts';
import { absoluteUrl, type EditionContext } from '../site-context.ts';
import { entryHref } from './week-address.ts';

const STATUS = {
  planned: 'https://schema.org/EventScheduled',
  happened: 'https://schema.org/EventScheduled',
  moved: 'https://schema.org/EventRescheduled',
  cancelled: 'https://schema.org/EventCancelled',
} as const;

/** The entries that are certain, as schema.org Events: on a known day, and settled by an editor or by the sentence itself. */
export const toEvents = (context: EditionContext, entries: readonly DiaryEntry[]): object[] =>
  entries
    .filter(({ certain, span }) => certain && span.precision === 'day')
    .map((entry) => toEvent(context, entry));

function toEvent(context: EditionContext, entry: DiaryEntry) {
  const { title, span, place, status, announced, movedFrom } = entry;
  const before = movedFrom && toSpan(movedFrom);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    startDate: toIsoDay(span.first),
    previousStartDate: before?.precision === 'day' ? toIsoDay(before.first) : undefined,
    eventStatus: STATUS[status],
    location: place ? { '@type': 'Place', name: place } : undefined,
    description: announced.sentence,
    inLanguage: context.edition.language,
    url: context.baseUrl + entryHref(context.edition.prefix, entry),
    subjectOf: { '@type': 'NewsArticle', '@id': `${absoluteUrl(context, announced.path)}#article` },
  };
}
