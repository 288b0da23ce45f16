import { expect, test } from 'vitest';
import { embargoIn, saysEmbargo } from './embargo-words.ts';
import { takeLineNotes } from './iptc7901-notes.ts';
import { isMark, readMarks } from './sender-marks.ts';

test.each([
  '1ST LEAD',
  'REFILE',
  'Eilmeldung',
  'Zusammenfassung 1730',
  '(neu: Zitat)',
  'KILL',
  '2ND LEAD - CORRECTION',
  'Korrektur',
])('%s is a mark of the desk', (line) => expect(isMark(line)).toBe(true));

test.each([
  'Kill Bill returns',
  'KILL BILL RETURNS',
  'Update on the harbour',
  'Corrections officers strike',
  'Flash floods hit Kiel',
  'Urgent call for help',
  'Extra time decides',
  'Vorschau auf den Spieltag',
])('%s is a headline', (line) => expect(isMark(line)).toBe(false));

test('marks tell a kill, a correction, an update and a flash', () => {
  expect(readMarks(['Bulletin Kill'])).toMatchObject({ killed: true });
  expect(readMarks(['(BERICHTIGUNG - Zahl im 2. Absatz)']).signals[0]).toBe('sig:correction');
  expect(readMarks(['3rd Ld-Writethru']).signals[0]).toBe('sig:update');
  expect(readMarks(['EILMELDUNG'])).toMatchObject({ killed: false, signals: ['sig:flash', 'EILMELDUNG'] });
});

const SENT = '2026-03-04T12:00:00Z';

test.each([
  ['EMBARGOED until 0001 GMT 5 March', '2026-03-05T00:01:00Z'],
  ['Embargo: 5 March 2026, 6 p.m. EST', '2026-03-05T18:00:00-05:00'],
  ['SPERRFRIST: 5. März 2026, 10.00 Uhr', '2026-03-05T10:00:00+01:00'],
  ['Sperrfrist bis 05.03.2026 10:30 Uhr', '2026-03-05T10:30:00+01:00'],
  ['Sous embargo jusqu’au 5 mars 2026 à 18h00', '2026-03-05T18:00:00+01:00'],
  ['This press release is under embargo until 5 March 2026, 09:00 CET', '2026-03-05T09:00:00+01:00'],
  ['STRICTLY EMBARGOED UNTIL THE SPEECH', 'indefinite'],
  ['Not for publication before Thursday', 'indefinite'],
])('%s is held until then', (line, until) => {
  expect(embargoIn(line, { sent: SENT, zone: 'Europe/Berlin' })).toBe(until);
});

test.each([
  'The EU extends its arms embargo until 2027',
  'He said the oil embargo by the bloc hurts',
  'For release from prison he had to wait.',
])('%s is news', (line) => expect(saysEmbargo(line)).toBe(false));

test('what speaks to editors goes, and a sentence that begins like it stays', () => {
  const lines = [
    'Three players are',
    'new to the team, and',
    'more than ever before.',
    '',
    '(Updates with quote, adds a',
    'second source in para 3)',
    '',
    'The end is near.',
    'EDITORS: a photo will',
    'follow soon.',
    '',
    '(Schluss) ab/cd',
  ];
  const { body, notes } = takeLineNotes(lines);
  expect(body.filter((line) => line !== '')).toEqual([
    'Three players are',
    'new to the team, and',
    'more than ever before.',
    'The end is near.',
  ]);
  expect(notes).toEqual(expect.arrayContaining(['EDITORS: a photo will', 'follow soon.', '(Schluss) ab/cd']));
});
