import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecord, type TextRecord } from './read-record.ts';
import { WEDNESDAY } from './testing/times-of.ts';

const WORDS = [
  ...'the a of on in at said will "We ” “ " \' ’ , . ; - – ( ) \n \n\n March May 25 2015 3-5 1990s last next week month year two three-day ago later'.split(
    ' ',
  ),
  ...'early end Monday Tuesday night 10:30 p.m. GMT every half past first quarter Christmas 9/11 Mr. John Smith U.S. about more than \ud800 \udc00 😀 ﷽'.split(
    ' ',
  ),
  ...'다음 달 25일 오전 10시 3일간 지난 주 수요일 동안 \u0000 \u2028 1,000 12/25/2015 2015-03-25T10:00 BC years days'.split(
    ' ',
  ),
];
const newsLike = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const anyText = fc.oneof(
  newsLike,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const anyLanguage = fc.constantFrom('en', 'ko', undefined);

const finds = (record: TextRecord) => [record.times, record.quotes, record.entities, record.events].flat();

test('offsets always cut exactly the text, in order, and times never overlap', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      const record = readRecord(text, { ...WEDNESDAY, language });
      for (const find of finds(record)) {
        expect(find.end).toBeGreaterThan(find.start);
        expect(text.slice(find.start, find.end)).toBe(find.text);
        expect(find.confidence).toBeGreaterThan(0);
        if ('speaker_start' in find && find.speaker_start !== null)
          expect(find.speaker_end).toBeGreaterThan(find.speaker_start);
        expect(find.confidence).toBeLessThanOrEqual(1);
      }
      for (const [index, time] of record.times.entries())
        expect(time.start).toBeGreaterThanOrEqual(record.times[index - 1]?.end ?? 0);
    }),
    { numRuns: 500 },
  );
});

test('reading a text twice gives the same record', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      expect(readRecord(text, { ...WEDNESDAY, language })).toEqual(
        readRecord(text, { ...WEDNESDAY, language }),
      );
    }),
  );
});

test('reading two texts joined with a blank line never moves an absolute date', () => {
  const dates = ['March 25, 2015', '4 May 2011', '2010-03-04', '12/25/1999', 'June 2013'];
  fc.assert(
    fc.property(newsLike, fc.constantFrom(...dates), newsLike, (before, date, after) => {
      const text = `The treaty was signed on ${date} in the old town.`;
      const [alone] = readRecord(text, { language: 'en' }).times;
      // A date line of its own may change what "today" means, but not what a full date means.
      const joined = readRecord(`${before}\n\n${text}\n\n${after}`, { ...WEDNESDAY, language: 'en' });
      const start = before.length + 2 + (alone?.start ?? 0);
      expect(joined.times.find((time) => time.start === start)?.value).toBe(alone?.value);
    }),
  );
});

test.each([
  ['quotation marks', '"'],
  ['opening marks', '“'],
  ['digits', '1'],
  ['one letter', 'a'],
  ['lone surrogates', '\ud800'],
  ['nested phrases', 'the end of early '],
  ['bounded quantities', 'just well at least '],
  ['lists of days', 'March 3, 4, '],
  ['years', '2001-'],
  ['initials', 'A. '],
  ['sayings', '"a" said b, c, '],
  ['Korean numbers', '3월 25일 '],
  ['plans', 'The two will meet on Monday. He said he will. '],
  ['called-off trips', 'The trip was postponed and cancelled, '],
  ['Korean names', '김철수 국방부 장관은 '],
  ['Korean quotations', '"가나다라마바사"라고 그는 말했다 '],
  ['Korean plans', '김철수 장관은 다음 달 방문할 예정이다. '],
])(
  'comes to an end on a quarter of a megabyte of %s',
  (_, unit) => {
    const text = unit.repeat(Math.ceil(250_000 / unit.length));
    for (const find of finds(readRecord(text, WEDNESDAY))) expect(find.end).toBeLessThanOrEqual(text.length);
  },
  30_000,
);

test('finds the language of a text by its letters where none is given', () => {
  expect(readRecord('그는 내일 서울에 온다.', WEDNESDAY).times.map(({ value }) => value)).toEqual([
    '2015-03-26',
  ]);
});
