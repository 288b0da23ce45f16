import ICAL from 'ical.js';
import { type Document, EMPTY_DOCUMENT } from '#document/document.ts';
import { parseText } from '#document/parse-text.ts';
import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireEvent, WireFailure, WireItem } from '../wire-item.schema.ts';
import { eventLines, recurrenceWords } from './event-text.ts';
import { guessLanguage } from './guess-language.ts';
import { type Properties, propertiesOf, timeOf } from './icalendar-properties.ts';
import { finishItem } from './item-draft.ts';
import { LIMITS, refuse } from './limits.ts';
import { htmlBody } from './markup-body.ts';

/** Whether a text begins as a calendar does (RFC 5545). */
export const isIcalendar = (text: string): boolean => /^\s{0,100}BEGIN:VCALENDAR\s/i.test(text.slice(0, 200));

/** iCalendar (RFC 5545): each VEVENT as an item of type `event`. One that cannot be read costs the others nothing. */
export function parseIcalendar(text: string): ParsedMessage {
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  const { frame, zones, events } = blocksOf(text);
  if (events.length === 0) refuse('The calendar holds no event.');
  for (const [position, event] of events.slice(0, LIMITS.items).entries()) {
    try {
      items.push(itemOf(event, zones, frame));
    } catch (thrown) {
      const uid = /^UID:(.{1,200})$/im.exec(event)?.[1]?.trim();
      failures.push({
        position,
        ...(uid === undefined ? {} : { uri: uid }),
        reason: `The event could not be read: ${messageOf(thrown).slice(0, 200)}`,
      });
    }
  }
  return { format: 'icalendar', items, failures };
}

type Blocks = { frame: string[]; zones: string; events: string[] };

/** The calendar cut into its lines of its own, its zones, and its events, so that each can be read by itself. */
function blocksOf(text: string): Blocks {
  const blocks: Blocks = { frame: [], zones: '', events: [] };
  let open: string[] | undefined;
  let name = '';
  const zones: string[] = [];
  for (const line of text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')) {
    const begins = /^BEGIN:([A-Z-]{1,30})\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (open === undefined && begins !== undefined && begins !== 'VCALENDAR') {
      open = [line];
      name = begins;
    } else if (open !== undefined) {
      open.push(line);
      if (line.trim().toUpperCase() !== `END:${name}`) continue;
      if (name === 'VEVENT') blocks.events.push(open.join('\r\n'));
      if (name === 'VTIMEZONE' && zones.length < 200) zones.push(open.join('\r\n'));
      open = undefined;
    } else if (!/^(?:BEGIN|END):/i.test(line)) blocks.frame.push(line);
  }
  if (open !== undefined && name === 'VEVENT') blocks.events.push([...open, 'END:VEVENT'].join('\r\n'));
  blocks.zones = zones.join('\r\n');
  return blocks;
}

const framed = (...blocks: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...blocks.filter(Boolean), 'END:VCALENDAR'].join('\r\n');

const setting = (frame: readonly string[], name: string): string | undefined =>
  frame
    .find((line) => line.toUpperCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();

function itemOf(block: string, zones: string, frame: readonly string[]): WireItem {
  const notes: string[] = [];
  const calendar = new ICAL.Component(ICAL.parse(framed(zonesOf(block, zones), block)));
  const component = calendar.getFirstSubcomponent('vevent');
  if (component === null) return refuse('It has no beginning.');
  const event = propertiesOf(component, setting(frame, 'X-WR-TIMEZONE'));
  const method = setting(frame, 'METHOD')?.toUpperCase();
  const status = event.text('status')?.toUpperCase();
  const cancelled = status === 'CANCELLED' || method === 'CANCEL';
  const { description, htmlNotes } = descriptionOf(event);
  notes.push(...htmlNotes);
  const when = whenOf(event, cancelled, status, notes);
  const language =
    event.language('summary') ??
    event.language('description') ??
    guessLanguage(`${event.text('summary') ?? ''} ${event.text('description') ?? ''}`);
  const held = /^(?:PRIVATE|CONFIDENTIAL)$/i.test(event.text('class') ?? '');
  if (held) notes.push('The sender says that the event is not public; it is withheld.');
  const priority = Number(event.text('priority') ?? 0);
  return finishItem({
    notes,
    type: 'event',
    uri: uriOf(event),
    version: Number(event.text('sequence') ?? Number.NaN),
    language,
    headline: event.text('summary'),
    abstract: undefined,
    body: { type: 'doc', content: [...eventLines(when, language), ...description.content] },
    bodySent: true,
    credit: event.parameter('organizer', 'cn') ?? setting(frame, 'X-WR-CALNAME'),
    located: undefined,
    urgency: priority > 0 ? priority : undefined,
    pubstatus: cancelled ? 'canceled' : held ? 'withheld' : 'usable',
    versioncreated: timeOf(event, 'last-modified')?.time ?? timeOf(event, 'dtstamp')?.time,
    firstcreated: timeOf(event, 'created')?.time,
    keywords: event.texts('categories'),
    ednotes: [...event.texts('comment'), ...event.texts('contact')],
    links: [
      ...event.texts('url').map((href) => ({ href, rel: 'alternate' })),
      ...event.texts('attach').map((href) => ({ href, rel: 'related' })),
      ...event.texts('conference').map((href) => ({ href, rel: 'related' })),
    ],
    event: when,
  });
}

/** Only the zones that an event names are read with it: a calendar of many events repeats them for none. */
const zonesOf = (block: string, zones: string): string => (/;TZID=/i.test(block) ? zones : '');

/** An event that departs from its series has its own name, by the time that it had in the series (RFC 5545, 3.8.4.4). */
function uriOf(event: Properties): string | undefined {
  const uid = event.text('uid');
  const recurrence = event.text('recurrence-id');
  return uid === undefined || recurrence === undefined ? uid : `${uid}#${recurrence}`;
}

function descriptionOf(event: Properties): { description: Document; htmlNotes: string[] } {
  const html = event.text('x-alt-desc');
  const text = event.text('description') ?? '';
  const markup =
    html !== undefined && /<\w/.test(html)
      ? html
      : /<(?:p|br|div|a|ul|b|html)\b[^>]{0,200}>/i.test(text)
        ? text
        : undefined;
  if (markup !== undefined) {
    const { document, notes } = htmlBody(markup);
    return { description: document, htmlNotes: notes };
  }
  return { description: text === '' ? EMPTY_DOCUMENT : parseText(text), htmlNotes: [] };
}

/** DTEND of days is the day after the last (RFC 5545, 3.6.1); one day alone has no end. */
function lastDay(end: string | undefined, start: string | undefined): string | undefined {
  if (end === undefined || end.length > 10) return end;
  const last = new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
  return start !== undefined && last <= start ? undefined : last;
}

const STATUSES: Readonly<Record<string, WireEvent['status']>> = {
  TENTATIVE: 'tentative',
  CONFIRMED: 'confirmed',
  CANCELLED: 'cancelled',
};

function whenOf(
  event: Properties,
  cancelled: boolean,
  status: string | undefined,
  notes: string[],
): WireEvent {
  const start = timeOf(event, 'dtstart');
  const end = timeOf(event, 'dtend');
  if (start === undefined) notes.push('The event has no beginning that can be read.');
  if (start?.floating === true) notes.push('The time of the event names no zone; it is that of its place.');
  if (start?.unknownZone !== undefined)
    notes.push(`The zone "${start.unknownZone.slice(0, 60)}" of the event is unknown.`);
  const rule = event.recurrence();
  const recurrence = rule === undefined ? undefined : recurrenceWords(rule);
  const ended = lastDay(end?.time ?? event.endByDuration(start), start?.time);
  const place = event.text('location');
  const found: WireEvent = {};
  if (start !== undefined) found.start = start.time;
  if (ended !== undefined) found.end = ended;
  if (start?.zone !== undefined) found.zone = start.zone;
  if (place !== undefined && place.trim() !== '') found.place = place.replace(/\s*\n\s*/g, ', ').trim();
  const state = cancelled ? 'cancelled' : STATUSES[status ?? ''];
  if (state !== undefined) found.status = state;
  if (recurrence !== undefined) found.recurrence = recurrence;
  const participants = event.parameters('attendee', 'cn').slice(0, 100);
  if (participants.length > 0) found.participants = participants;
  return found;
}
