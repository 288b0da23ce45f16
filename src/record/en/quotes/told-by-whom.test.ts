import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { WEDNESDAY } from '#record/testing/times-of.ts';

const voicesIn = (text: string): string[] =>
  readRecord(text, { ...WEDNESDAY, language: 'en' }).quotes.map(
    ({ kind, text: words, speaker, attribution }) => `${kind}: ${words} | ${speaker} | ${attribution}`,
  );

test('each of two who speak in one sentence has an own clause', () => {
  expect(
    voicesIn('Supporters say the harbour would be rebuilt, while opponents claim it would be closed.'),
  ).toEqual([
    'indirect: the harbour would be rebuilt | Supporters | anonymous',
    'indirect: it would be closed | opponents | anonymous',
  ]);
});

test.each([
  [
    'Maria Lopez said that the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'Maria Lopez',
    'named',
  ],
  ['Maria Lopez said the harbour would be rebuilt.', 'the harbour would be rebuilt', 'Maria Lopez', 'named'],
  [
    'Maria Lopez said on Monday that the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'Maria Lopez said on Monday the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'Maria Lopez told reporters that the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'Maria Lopez told reporters in Seoul the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'Maria Lopez, the mayor, said the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'Maria Lopez',
    'named',
  ],
  ['The harbour will be rebuilt, Maria Lopez said.', 'The harbour will be rebuilt', 'Maria Lopez', 'named'],
  [
    'The harbour will be rebuilt, Maria Lopez told reporters in Seoul.',
    'The harbour will be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'The harbour will be rebuilt, said Maria Lopez, the mayor of the town.',
    'The harbour will be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'The harbour will be rebuilt, according to Maria Lopez.',
    'The harbour will be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'According to Maria Lopez, the harbour will be rebuilt.',
    'the harbour will be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'Maria Lopez announced that the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'Maria Lopez',
    'named',
  ],
  [
    'Maria Lopez warned the harbour could not be rebuilt.',
    'the harbour could not be rebuilt',
    'Maria Lopez',
    'named',
  ],
  ['Officials said the harbour would be rebuilt.', 'the harbour would be rebuilt', 'Officials', 'anonymous'],
  [
    'A source familiar with the plan said on condition of anonymity that the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'A source',
    'anonymous',
  ],
  [
    'The Transport Ministry said the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'The Transport Ministry',
    'organisation',
  ],
  [
    'The report said that the harbour would be rebuilt.',
    'the harbour would be rebuilt',
    'The report',
    'document',
  ],
  [
    'The harbour will be rebuilt, according to documents seen by Reuters.',
    'The harbour will be rebuilt',
    'documents',
    'document',
  ],
  [
    'The police said on Tuesday they had arrested two men.',
    'they had arrested two men',
    'The police',
    'organisation',
  ],
])('reads what is told in %s', (text, words, speaker, level) => {
  expect(voicesIn(text)).toEqual([`indirect: ${words} | ${speaker} | ${level}`]);
});

test.each([
  'The harbour is said to be the oldest of the coast.',
  'The men are reported to have left the town.',
  'Maria Lopez said nothing about the harbour.',
  'Maria Lopez asked the council for money on Monday.',
  'Maria Lopez told the story of the old harbour.',
  'It goes without saying that the harbour is old.',
  'That said, the harbour is old and needs work.',
  'Maria Lopez added two boats to the fleet.',
  'Maria Lopez noted the dates in her book.',
  'Maria Lopez claimed the title in the last race.',
])('tells nobody’s speech in %s', (text) => {
  expect(voicesIn(text)).toEqual([]);
});
