import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { WEDNESDAY } from '#record/testing/times-of.ts';

const toldIn = (text: string): string[] =>
  readRecord(text, WEDNESDAY)
    .quotes.filter(({ kind }) => kind !== 'direct')
    .map(({ kind, text: words, speaker, attribution }) => `${kind}: ${words} | ${speaker} | ${attribution}`);

test.each([
  [
    'John Smith said that the bridge would be closed.',
    'indirect: the bridge would be closed | John Smith | named',
  ],
  [
    'The bridge will be closed, a source said Wednesday.',
    'indirect: The bridge will be closed | a source | anonymous',
  ],
  [
    'According to the Transport Ministry, the bridge will be closed.',
    'indirect: the bridge will be closed | the Transport Ministry | organisation',
  ],
  [
    'John Smith said the bridge was "a danger to all".',
    'mixed: the bridge was "a danger to all" | John Smith | named',
  ],
  [
    'Officials of the two sides said there had been no talks.',
    'indirect: there had been no talks | Officials | anonymous',
  ],
])('reads what is told in %s', (text, expected) => {
  expect(toldIn(text)).toEqual([expected]);
});

test('a country whose name sounds like a verb of saying says nothing by it', () => {
  expect(toldIn('The chief of the United States navy will come.')).toEqual([]);
});
