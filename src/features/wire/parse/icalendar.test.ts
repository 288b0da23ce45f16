import { expect, test } from 'vitest';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

const calendar = (...lines: string[]) => {
  const { items, failures } = parseMessage(
    Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')),
  );
  return { items: items.map(toNormalisedItem), failures };
};
const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  'UID:1@city.example',
  'SUMMARY:Council votes\\, again',
  ...lines,
  'END:VEVENT',
];

test('an event tells when and where, in its text and in a field', () => {
  const { items } = calendar(
    ...event(
      'SEQUENCE:2',
      'DTSTAMP:20260301T080000Z',
      'DTSTART;TZID=Europe/Berlin:20260704T100000',
      'DTEND;TZID=Europe/Berlin:20260704T120000',
      'LOCATION:Town Hall\\, Kiel',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10',
      'DESCRIPTION:The council will vote on the plan and',
      '  on the budget for the harbour.',
      'CATEGORIES:Politics,Harbour',
      'STATUS:CONFIRMED',
    ),
  );
  expect(items).toMatchObject([
    {
      uri: '1@city.example',
      version: 2,
      type: 'event',
      headline: 'Council votes, again',
      versioncreated: '2026-03-01T08:00:00Z',
      keywords: ['Politics', 'Harbour'],
      event: {
        start: '2026-07-04T10:00:00+02:00',
        end: '2026-07-04T12:00:00+02:00',
        zone: 'Europe/Berlin',
        place: 'Town Hall, Kiel',
        status: 'confirmed',
        recurrence: 'every week on Monday, Wednesday, 10 times',
      },
      body_text:
        'Saturday, 4 July 2026, 10:00–12:00 (Berlin)\nTown Hall, Kiel\nevery week on Monday, Wednesday, 10 times\n\nThe council will vote on the plan and on the budget for the harbour.',
    },
  ]);
});

test('a cancelled event is canceled, a private one withheld', () => {
  const { items } = calendar(
    ...event('STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260704', 'DTEND;VALUE=DATE:20260706'),
    ...event('CLASS:PRIVATE'),
  );
  expect(items).toMatchObject([
    { pubstatus: 'canceled', event: { start: '2026-07-04', end: '2026-07-05', status: 'cancelled' } },
    { pubstatus: 'withheld' },
  ]);
});

test('a zone of the calendar itself is used, and a time without any is left without', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Ours',
    'BEGIN:STANDARD',
    'DTSTART:19701025T030000',
    'TZOFFSETFROM:+0330',
    'TZOFFSETTO:+0330',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const { items } = calendar(
    ...zone,
    ...event('DTSTART;TZID=Ours:20260704T100000', 'DURATION:PT90M'),
    ...event('DTSTART:20260704T100000'),
  );
  expect(items.map(({ event: one }) => one)).toEqual([
    { start: '2026-07-04T10:00:00+03:30', end: '2026-07-04T11:30:00+03:30' },
    { start: '2026-07-04T10:00:00' },
  ]);
});

test('an event that departs from its series has a name of its own, and a broken one costs the others nothing', () => {
  const { items, failures } = calendar(
    ...event('DTSTART:20260704T100000Z', 'RECURRENCE-ID:20260704T090000Z'),
    ...event('no colon in this line'),
  );
  expect(items).toMatchObject([{ uri: '1@city.example#2026-07-04T09:00:00Z' }]);
  expect(failures).toMatchObject([{ position: 1, uri: '1@city.example' }]);
});
