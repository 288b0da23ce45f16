import { mondayOfWeek } from '#features/diary/diary.ts';
import { AppError } from '#lib/errors.ts';
import { toWeek } from '#record/times/calendar.ts';

/** The last part of a week's address: "2015-w14" (ISO 8601, in lower case as all addresses here). */
export function weekSlug(day: number): string {
  const { year, week } = toWeek(day);
  return `${String(year).padStart(4, '0')}-w${String(week).padStart(2, '0')}`;
}

/** The Monday of the week of an address. Throws AppError not_found for a week that its year does not have. */
export function mondayOfSlug(slug: string): number {
  const [, year, week] = /^(\d{4})-w(\d{2})$/.exec(slug) ?? [];
  const monday = mondayOfWeek(Number(year), Number(week));
  if (!year || monday === undefined) throw new AppError('not_found', 'There is no such week.');
  return monday;
}

/** The address of an entry in the diary: its week, for what has a day, a week or a month; else what is ahead. */
export const entryHref = (
  prefix: string,
  { id, span }: { id: number; span: { first: number; precision: string } },
): string => `${prefix}/diary${span.precision === 'longer' ? '' : `/${weekSlug(span.first)}`}#e${id}`;
