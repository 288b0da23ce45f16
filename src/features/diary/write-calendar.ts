import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry } from './read-diary.ts';

/** The words of an entry in a calendar, in the edition's language; the site writes them. */
export type CalendarWords = {
  summary: string;
  description: string;
  url: string;
  place?: string;
  categories: string[];
};

export type CalendarParts = {
  name: string;
  description: string;
  url: string;
  language: string;
  /** Host of the paper: what stands behind the @ of a UID. */
  host: string;
  entries: readonly (CalendarEntry & { words: CalendarWords })[];
};

/** How often calendars should ask again, in seconds. */
const REFRESH_SECONDS = 3600;
const MS_PER_DAY = 86_400_000;

/**
 * The diary as an iCalendar object (RFC 5545): all-day events with a stable UID, a SEQUENCE that is raised with every change, and CANCELLED
 * for what fell through or was withdrawn. An entry blocks no time. The same entries give the same bytes.
 */
export function writeCalendar(parts: CalendarParts): string {
  const calendar = ical({
    name: parts.name,
    description: parts.description,
    url: parts.url,
    prodId: { company: 'Dateline', product: 'Diary', language: parts.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const { uid, sequence, changedAt, days, entry, words } of parts.entries) {
    const event = calendar.createEvent({
      id: `${uid}@${parts.host}`,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: utcDay(days.first),
      // Not included (RFC 5545, 3.6.1).
      end: new Date(utcDay(days.last).getTime() + MS_PER_DAY),
      allDay: true,
      summary: words.summary,
      url: words.url,
      status: statusOf(entry),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (words.description) event.description(words.description);
    if (words.place) event.location(words.place);
    for (const name of words.categories) event.createCategory({ name });
  }
  return calendar.toString();
}

const utcDay = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

function statusOf(entry: CalendarEntry['entry']): ICalEventStatus {
  if (!entry || entry.status === 'cancelled') return ICalEventStatus.CANCELLED;
  const settled = entry.certain || entry.status === 'happened';
  return settled && entry.span.precision === 'day' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}
