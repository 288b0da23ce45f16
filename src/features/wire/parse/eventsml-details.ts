import type { WireCoverage, WireEvent } from '../wire-item.schema.ts';
import { recurrenceWords } from './event-text.ts';
import { codeOf, nameOf, tail } from './newsml-g2-names.ts';
import { readDate } from './read-date.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, wordsOf, type XmlElement } from './xml-tree.ts';

const codeTail = (element: XmlElement | undefined): string | undefined => tail(codeOf(element));

/** `eventoccurstatus` of the IPTC, by its last sign. */
const OCCURS: Readonly<Record<string, WireEvent['status']>> = {
  eos1: 'planned',
  eos2: 'tentative',
  eos3: 'tentative',
  eos4: 'planned',
  eos5: 'confirmed',
  eos6: 'cancelled',
  eos7: 'postponed',
  eos8: 'postponed',
};

/** When, where and with whom, out of eventDetails. */
export function eventOf(details: XmlElement | undefined, notes: string[]): WireEvent {
  const event: WireEvent = {};
  if (details === undefined) return event;
  const dates = childOf(details, 'dates');
  const start = timeOf(childOf(dates, 'start'), 'start', notes);
  const end =
    timeOf(childOf(dates, 'end'), 'end', notes) ?? endByDuration(start, wordsOf(childOf(dates, 'duration')));
  const places = childrenOf(details, 'location')
    .map(placeOf)
    .filter((one) => one !== '');
  const status = OCCURS[tail(codeOf(childOf(details, 'occurStatus')))?.toLowerCase() ?? ''];
  const rule = childOf(dates, 'rRule');
  const recurrence = rule === undefined ? undefined : recurrenceWords(ruleOf(rule));
  const participants = ['organiser', 'organizer', 'participant']
    .flatMap((role) => childrenOf(details, role).map(nameOf))
    .filter((one) => one !== undefined);
  if (start !== undefined) event.start = start;
  if (end !== undefined) event.end = end;
  if (places.length > 0) event.place = places.join('; ');
  if (status !== undefined) event.status = status;
  if (recurrence !== undefined) event.recurrence = recurrence;
  if (participants.length > 0) event.participants = [...new Set(participants)].slice(0, 100);
  return event;
}

/** A date, or a time with offset; both may be cut at the month or the year where no more is known (truncated dates). */
function timeOf(element: XmlElement | undefined, name: string, notes: string[]): string | undefined {
  const text = wordsOf(element);
  if (text === undefined) return undefined;
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return text;
  const floating = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text);
  return floating ? text.padEnd(19, ':00') : readDate(name, [text], notes);
}

/** XML Schema's durations of days, hours and minutes, added to a time. */
function endByDuration(start: string | undefined, duration: string | undefined): string | undefined {
  const found = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/.exec(duration ?? '');
  if (found === null || start === undefined || start.length < 19) return undefined;
  const minutes = Number(found[1] ?? 0) * 1440 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
  if (minutes === 0) return undefined;
  const wall = new Date(Date.parse(`${start.slice(0, 19)}Z`) + minutes * 60_000);
  return `${wall.toISOString().slice(0, 19)}${start.slice(19)}`;
}

const ruleOf = (rule: XmlElement) => ({
  freq: tail(attributeOf(rule, 'freq')),
  interval: Number(attributeOf(rule, 'interval') ?? 1),
  ...(attributeOf(rule, 'count') === undefined ? {} : { count: Number(attributeOf(rule, 'count')) }),
  ...(attributeOf(rule, 'until') === undefined ? {} : { until: attributeOf(rule, 'until') }),
  days: (attributeOf(rule, 'byday') ?? '').split(/[\s,]+/),
});

/** "Congress Hall, Main Street 1, Berlin, Germany" */
function placeOf(location: XmlElement): string {
  const address =
    childOf(childOf(location, 'POIDetails'), 'address') ??
    childOf(childOf(location, 'geoAreaDetails'), 'address');
  const parts = [
    nameOf(location),
    ...childrenOf(address, 'line').map(wordsOf),
    nameOf(childOf(address, 'locality')) ?? wordsOf(childOf(address, 'locality')),
    nameOf(childOf(address, 'area')),
    nameOf(childOf(address, 'country')),
  ];
  return [...new Set(parts.filter((one) => one !== undefined && one.trim() !== ''))].join(', ');
}

/** One piece of coverage that a planning item promises. */
export function coverageOf(planning: XmlElement, notes: string[]): WireCoverage {
  const coverage: WireCoverage = {};
  const kind =
    codeTail(childOf(planning, 'itemClass')) ??
    codeTail(childOf(planning, 'g2contentType')) ??
    wordsOf(childOf(planning, 'g2contentType'));
  const scheduled = timeOf(childOf(planning, 'scheduled'), 'scheduled', notes);
  const by = childrenOf(planning, 'assignedTo')
    .map((one) => nameOf(one) ?? codeTail(one))
    .filter((one) => one !== undefined)
    .join(', ');
  const status =
    nameOf(childOf(planning, 'newsCoverageStatus')) ?? codeTail(childOf(planning, 'newsCoverageStatus'));
  if (kind !== undefined) coverage.kind = kind;
  if (scheduled !== undefined) coverage.scheduled = scheduled;
  if (by !== '') coverage.by = by;
  if (status !== undefined) coverage.status = status;
  return coverage;
}

/** The same in a line for the desk. */
export const coverageWords = ({ kind, scheduled, by, status }: WireCoverage): string =>
  [`Planned: ${kind ?? 'coverage'}`, scheduled, by, status].filter((one) => one !== undefined).join(', ');

/** Telephone numbers and addresses of the organiser are for editors. */
export const contacts = (details: XmlElement | undefined): string[] =>
  descendantsOf(details, 'contactInfo', 20).map((info) =>
    ['phone', 'email', 'note']
      .flatMap((name) => childrenOf(info, name).map(wordsOf))
      .filter((one) => one !== undefined)
      .join(', '),
  );

export const webLinks = (details: XmlElement | undefined) =>
  descendantsOf(details, 'web', 20).map((web) => ({ href: wordsOf(web) ?? '', rel: 'related' }));

export const delivered = (sets: readonly XmlElement[]) =>
  sets
    .flatMap((set) => descendantsOf(set, 'deliveredItemRef', 50))
    .map((one) => ({ href: attributeOf(one, 'href') ?? attributeOf(one, 'residref') ?? '', rel: 'item' }));
