import ICAL from 'ical.js';
import type { Recurrence } from './event-text.ts';
import { isoAt, type WallTime, wallTimeIn } from './local-time.ts';

type Property = NonNullable<ReturnType<ICAL.Component['getFirstProperty']>>;

/** What of an event is asked for, by property name in lower case. */
export type Properties = {
  text: (name: string) => string | undefined;
  texts: (name: string) => string[];
  language: (name: string) => string | undefined;
  parameter: (name: string, parameter: string) => string | undefined;
  parameters: (name: string, parameter: string) => string[];
  property: (name: string) => Property | undefined;
  recurrence: () => Recurrence | undefined;
  /** DTSTART and DURATION, where there is no DTEND. */
  endByDuration: (start: EventTime | undefined) => string | undefined;
  /** Of the whole calendar, for times that name no zone. */
  calendarZone?: string;
  zones: ReadonlyMap<string, ICAL.Timezone>;
};

export type EventTime = { time: string; zone?: string; floating?: boolean; unknownZone?: string };

const MOST_VALUES = 200;

export function propertiesOf(component: ICAL.Component, calendarZone: string | undefined): Properties {
  const all = (name: string): Property[] => component.getAllProperties(name).slice(0, MOST_VALUES);
  const first = (name: string): Property | undefined => component.getFirstProperty(name) ?? undefined;
  const parameter = (property: Property | undefined, name: string): string | undefined => {
    const value: unknown = property?.getParameter(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const texts = (name: string): string[] =>
    all(name)
      .flatMap((property) => property.getValues().map(String))
      .slice(0, MOST_VALUES);
  return {
    text: (name) => texts(name)[0],
    texts,
    language: (name) => parameter(first(name), 'language'),
    parameter: (name, key) => parameter(first(name), key),
    parameters: (name, key) =>
      all(name)
        .map((property) => parameter(property, key))
        .filter((one) => one !== undefined),
    property: first,
    recurrence: () => recurrenceOf(first('rrule')?.getFirstValue()),
    endByDuration: (start) =>
      endOf(start, first('dtstart')?.getFirstValue(), first('duration')?.getFirstValue()),
    ...(calendarZone === undefined ? {} : { calendarZone }),
    zones: zonesOf(component.parent),
  };
}

function zonesOf(calendar: ICAL.Component | null): Map<string, ICAL.Timezone> {
  const zones = new Map<string, ICAL.Timezone>();
  for (const component of calendar?.getAllSubcomponents('vtimezone') ?? []) {
    const tzid = String(component.getFirstPropertyValue('tzid') ?? '');
    if (tzid !== '') zones.set(tzid, new ICAL.Timezone({ component, tzid }));
  }
  return zones;
}

/** A property that holds a time: with the offset of its zone, by the IANA name if it is one, else by the calendar's VTIMEZONE. */
export function timeOf(event: Properties, name: string): EventTime | undefined {
  const property = event.property(name);
  const value: unknown = property?.getFirstValue();
  if (!(value instanceof ICAL.Time)) return undefined;
  if (value.isDate) return { time: dayOf(value) };
  const wall = wallOf(value);
  if (value.zone === ICAL.Timezone.utcTimezone) return timed(isoAt(wall, 0), { zone: 'UTC' });
  const tzid: unknown = property?.getParameter('tzid');
  if (typeof tzid !== 'string') {
    const zone = event.calendarZone;
    const time = zone === undefined ? undefined : wallTimeIn(zone, wall);
    return time === undefined
      ? timed(isoAt(wall, 0)?.slice(0, 19), { floating: true })
      : timed(time, { zone });
  }
  for (const zone of namesOf(tzid)) {
    const time = wallTimeIn(zone, wall);
    if (time !== undefined) return timed(time, { zone });
  }
  const own = event.zones.get(tzid);
  if (own !== undefined) return timed(isoAt(wall, Math.round(own.utcOffset(value) / 60)), {});
  return timed(isoAt(wall, 0)?.slice(0, 19), { unknownZone: tzid });
}

const timed = (time: string | undefined, rest: Omit<EventTime, 'time'>): EventTime | undefined =>
  time === undefined ? undefined : { time, ...rest };

/** "/freeassociation.sourceforge.net/Europe/Berlin" holds an IANA name; Outlook's names are its own. */
function namesOf(tzid: string): string[] {
  const bare = tzid.trim().replace(/^"|"$/g, '');
  const tail = /(?:^|\/)([A-Z][A-Za-z_]+\/[A-Z][\w+-]+(?:\/[A-Z][\w+-]+)?)$/.exec(bare)?.[1];
  return [bare, tail, WINDOWS[bare]].filter((one) => one !== undefined);
}

/** The commonest of Windows' names (Unicode CLDR, windowsZones); others come with a VTIMEZONE. */
const WINDOWS: Readonly<Record<string, string>> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kiev',
  'GTB Standard Time': 'Europe/Bucharest',
  'Russian Standard Time': 'Europe/Moscow',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Korea Standard Time': 'Asia/Seoul',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'China Standard Time': 'Asia/Shanghai',
  'Singapore Standard Time': 'Asia/Singapore',
  'India Standard Time': 'Asia/Kolkata',
  'AUS Eastern Standard Time': 'Australia/Sydney',
};

const wallOf = ({ year, month, day, hour, minute, second }: ICAL.Time): WallTime => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
});
const dayOf = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The length is added on the clock of the event's place; across a change of clocks the offset is still the beginning's. */
function endOf(start: EventTime | undefined, begins: unknown, length: unknown): string | undefined {
  if (start === undefined || !(begins instanceof ICAL.Time) || !(length instanceof ICAL.Duration))
    return undefined;
  const seconds = length.toSeconds();
  if (seconds <= 0 || seconds > 366 * 86_400) return undefined;
  const { year, month, day, hour, minute, second } = begins;
  const end = new Date(Date.UTC(year, month - 1, day, hour, minute, second) + seconds * 1000).toISOString();
  return begins.isDate ? end.slice(0, 10) : `${end.slice(0, 19)}${start.time.slice(19)}`;
}

function recurrenceOf(value: unknown): Recurrence | undefined {
  if (!(value instanceof ICAL.Recur)) return undefined;
  const days: unknown = value.parts.BYDAY;
  return {
    freq: value.freq,
    interval: value.interval,
    ...(value.count ? { count: value.count } : {}),
    ...(value.until ? { until: dayOf(value.until) } : {}),
    days: Array.isArray(days) ? days.map(String) : [],
  };
}
