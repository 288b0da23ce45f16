import {
  type DiaryCursor,
  type DiaryPage,
  diaryKey,
  fromIsoDay,
  type PlacedEntry,
  readDiary,
} from '#features/diary/diary.ts';
import { mondayOf } from '#record/times/calendar.ts';
import type { Language } from '#ui/words.ts';
import { editionDates, toLanguage } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import { listJsonLd } from '../json-ld/json-ld.ts';
import { endOfZoneDay } from '../search/zone-day.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import type { DiaryGroup, DiaryProps } from './diary.props.ts';
import { toCursorText } from './diary-cursor.ts';
import { diaryWords } from './diary-words.ts';
import { type MarginOf, toEntryProps } from './entry-view.ts';
import { toEvents } from './event-json-ld.ts';
import { weekSlug } from './week-address.ts';
import { rangeLabel, weekdayLabel } from './when-words.ts';

/** Which page: what is ahead from this week on, or one week; `from`: a later page of what is ahead. */
export type DiaryRequest = { monday?: number; from?: DiaryCursor };

/** As long as other pages count as fresh, but never past the end of the day: what is "today" and what has no report yet changes then. */
const FRESH_SECONDS = 300;

/** The day of the edition's zone, as days since 1970-01-01. */
export const todayIn = ({ edition, now }: EditionContext): number =>
  fromIsoDay(editionDates(edition).isoDay(now())) ?? 0;

/** Seconds for which a page of the diary counts as fresh. */
export function freshSeconds({ edition, now }: EditionContext): number {
  const end = endOfZoneDay(editionDates(edition).isoDay(now()), edition.zone);
  const left = end ? Math.ceil((end.getTime() - now().getTime()) / 1000) : FRESH_SECONDS;
  return Math.max(1, Math.min(FRESH_SECONDS, left));
}

/** The articles whose words an entry is made of. */
export const articlesOf = (entries: readonly PlacedEntry[]): { id: number; path: string }[] => [
  ...new Map(
    entries
      .flatMap(({ announced, alsoAnnounced, reported, outcomeArticle }) => [
        ...[announced, ...alsoAnnounced, ...(reported ? [reported] : [])].map(({ articleId: id, path }) => ({
          id,
          path,
        })),
        ...(outcomeArticle ? [outcomeArticle] : []),
      ])
      .map(({ id, path }) => [id, { id, path }]),
  ).values(),
];

export async function loadDiaryView(
  context: EditionContext,
  { monday, from }: DiaryRequest,
): Promise<{ props: DiaryProps; keys: string[]; maxAgeSeconds: number }> {
  const { edition, db } = context;
  const today = todayIn(context);
  const first = monday ?? mondayOf(today);
  const page = await readDiary(db, edition, { monday: first, ahead: monday === undefined, from });
  const articles = articlesOf(page.entries);
  const base = `${edition.prefix}/diary`;
  const language = toLanguage(edition.language);
  const words = diaryWords(language);
  const week = rangeLabel(first, first + 6, language);
  const title = monday === undefined ? words.title : words.weekOf(week);
  const plain = monday === undefined ? base : `${base}/${weekSlug(first)}`;
  const path = from ? `${plain}?after=${toCursorText(from)}` : plain;
  const frame = toFrame(context, {
    title,
    description: words.deck,
    path,
    translations: translationsOf(context, monday),
    head: {
      jsonLd: [
        ...listJsonLd(context, { name: title, path: plain, articles }),
        ...toEvents(context, page.entries),
      ],
      ...(page.entries.length === 0 && monday !== undefined && { robots: 'noindex' }),
    },
  });
  const props = {
    ...frame,
    title,
    deck: words.deck,
    groups: toGroups(context, page.entries, today),
    none: monday === undefined ? words.none : words.noneInWeek,
    ...weekLinks(base, page, { monday: first, one: monday !== undefined, from, plain }, language),
    calendar: { href: `${base}.ics`, label: words.calendar },
  };
  return {
    props,
    keys: [diaryKey(edition.code), ...articleKeys(articles)],
    maxAgeSeconds: freshSeconds(context),
  };
}

const translationsOf = ({ edition, paper }: EditionContext, monday: number | undefined) =>
  paper.editions
    .filter(({ code }) => code !== edition.code)
    .map(({ code, prefix }) => ({
      edition: code,
      path: `${prefix}/diary${monday === undefined ? '' : `/${weekSlug(monday)}`}`,
    }));

type Place = { monday: number; one: boolean; from?: DiaryCursor; plain: string };

function weekLinks(base: string, { before, after, more }: DiaryPage, place: Place, language: Language) {
  const words = diaryWords(language);
  const toWeekLink = (iso: string) => {
    const monday = mondayOf(fromIsoDay(iso) ?? 0);
    return { href: `${base}/${weekSlug(monday)}`, label: rangeLabel(monday, monday + 6, language) };
  };
  const further = more && { href: `${place.plain}?after=${toCursorText(more)}`, label: words.more };
  return {
    earlier: place.from
      ? { href: place.plain, label: words.thisWeek }
      : before
        ? toWeekLink(before)
        : undefined,
    current: place.one ? { href: base, label: words.thisWeek } : undefined,
    later: further ?? (after && place.one ? toWeekLink(after) : undefined),
  };
}

/** Entries under their headings, in the order in which they come. */
function toGroups(context: EditionContext, entries: readonly PlacedEntry[], today: number): DiaryGroup[] {
  const language = toLanguage(context.edition.language);
  const groups = new Map<string, DiaryGroup>();
  // Within a day by the hour; what has none first.
  const inOrder = entries.toSorted((a, b) =>
    a.group === 'day' && a.group === b.group && a.span.first === b.span.first
      ? (a.span.clock ?? '').localeCompare(b.span.clock ?? '')
      : 0,
  );
  for (const entry of inOrder) {
    const { margin, ...heading } = headingOf(entry, today, language);
    const group = groups.get(heading.key) ?? { ...heading, entries: [] };
    group.entries.push(toEntryProps(context, entry, { today, margin }));
    groups.set(heading.key, group);
  }
  return [...groups.values()];
}

function headingOf(
  { group, span }: PlacedEntry,
  today: number,
  language: Language,
): Omit<DiaryGroup, 'entries'> & { margin: MarginOf } {
  const words = diaryWords(language);
  if (group === 'day') {
    const label = weekdayLabel(span.first, language);
    const isToday = span.first === today;
    return {
      key: `d${span.first}`,
      title: isToday ? `${words.today}, ${label}` : label,
      today: isToday,
      margin: 'none',
    };
  }
  if (group === 'ahead') {
    const week = mondayOf(span.first);
    return { key: `w${week}`, title: rangeLabel(week, week + 6, language), margin: 'day' };
  }
  const title = { week: words.weekOnly, month: words.monthOnly, vague: words.vague }[group];
  return { key: group, title, margin: 'words' };
}
