import type { Season, Unit } from '../times/when.ts';

const numbered = (words: string): Map<string, number> =>
  new Map(words.split(' ').map((word, index) => [word, index + 1]));

export const MONTHS = numbered(
  'january february march april may june july august september october november december',
);
/** Short forms, read as months only with a point or beside a number. */
export const SHORT_MONTHS = new Map<string, number>([
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec'),
  ['sept', 9],
]);
export const WEEKDAYS = numbered('monday tuesday wednesday thursday friday saturday sunday');
export const PLURAL_WEEKDAYS = numbered('mondays tuesdays wednesdays thursdays fridays saturdays sundays');
/** Read as weekdays only before a date or with a point. */
export const SHORT_WEEKDAYS = new Map<string, number>([
  ...numbered('mon tue wed thu fri sat sun'),
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
]);
export const SEASONS = new Map<string, Season>([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
]);
/** Parts of the day, TIMEX3. */
export const PARTS = new Map<string, string>([
  ['morning', 'MO'],
  ['mornings', 'MO'],
  ['afternoon', 'AF'],
  ['afternoons', 'AF'],
  ['evening', 'EV'],
  ['evenings', 'EV'],
  ['night', 'NI'],
  ['nights', 'NI'],
  ['lunchtime', 'MI'],
  ['daytime', 'DT'],
]);

const singular: [string, Unit][] = [
  ['second', 'second'],
  ['minute', 'minute'],
  ['hour', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
];
export const UNITS = new Map<string, Unit>(singular);
export const PLURAL_UNITS = new Map<string, Unit>([
  ...singular.map(([word, unit]): [string, Unit] => [`${word}s`, unit]),
  ['centuries', 'century'],
  ['mins', 'minute'],
  ['hrs', 'hour'],
  ['secs', 'second'],
  ['yrs', 'year'],
  ['weekdays', 'day'],
]);
/** Short forms that follow a number. */
export const SHORT_UNITS = new Map<string, Unit>([
  ['min', 'minute'],
  ['hr', 'hour'],
  ['sec', 'second'],
  ['yr', 'year'],
]);
