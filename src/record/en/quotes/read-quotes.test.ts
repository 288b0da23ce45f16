import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { WEDNESDAY } from '#record/testing/times-of.ts';

const quotesOf = (text: string): string[] =>
  readRecord(text, WEDNESDAY).quotes.map(
    ({ text: words, speaker, attribution }) => `${words} | ${speaker} | ${attribution}`,
  );

test.each([
  ['"We won the match," John Smith said.', 'We won the match | John Smith | named'],
  ['"We won the match," said coach John Smith.', 'We won the match | John Smith | named'],
  ['"We won the match," John Smith, the coach of the side, said.', 'We won the match | John Smith | named'],
  ['According to John Smith, "we won the match".', 'we won the match | John Smith | named'],
  ['Minister of Education Jane Doe said: “We won the match.”', 'We won the match. | Jane Doe | named'],
  ['"We won the match," a source said.', 'We won the match | a source | anonymous'],
  [
    '"We won the match," said the Foreign Ministry.',
    'We won the match | the Foreign Ministry | organisation',
  ],
])('finds who speaks in %s', (text, expected) => {
  expect(quotesOf(text)).toEqual([expected]);
});

test('joins short names and pronouns with the full name', () => {
  expect(quotesOf('John Smith arrived. "We won the match," Smith said. "It was hard."')).toEqual([
    'We won the match | John Smith | named',
    'It was hard. | John Smith | named',
  ]);
  expect(quotesOf('John Smith arrived late. He said, "We won the match."')).toEqual([
    'We won the match. | John Smith | named',
  ]);
});

test('a quotation runs over paragraphs until it is closed', () => {
  const [quote] = readRecord(
    '“We won,” said Smith.\n\n“It was hard.\n\n“But we won,” he said.',
    WEDNESDAY,
  ).quotes.slice(1);
  expect(quote?.text).toBe('It was hard.\n\n“But we won');
});

test('a quotation whose opening mark was lost begins with its sentence', () => {
  expect(quotesOf('It rained. Carter is expected here next month," a Seoul source said.')).toEqual([
    'Carter is expected here next month | a Seoul source | anonymous',
  ]);
});

test('titles and single words set off are no quotations', () => {
  expect(quotesOf('He sang "The Long Way Home" at the "gala".')).toEqual([]);
});
