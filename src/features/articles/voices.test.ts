import { describe, expect, test } from 'vitest';
import { readRecord, type TextRecord } from '#record/read-record.ts';
import { listShownVoices, listVoices } from './voices.ts';

const read = (text: string): TextRecord => readRecord(text, { published: '2015-03-25', language: 'en' });
const voicesOf = (text: string) => listVoices(read(text));

type Quote = TextRecord['quotes'][number];
const quote = (changes: Partial<Quote>): Quote => ({
  ...{ start: 0, end: 5, text: 'words', kind: 'direct', speaker: 'Ann Lee', attribution: 'named' },
  ...{ speaker_start: null, speaker_end: null, confidence: 0.95 },
  ...changes,
});
const recordOf = (...quotes: Partial<Quote>[]): TextRecord => ({
  ...{ version: 1, times: [], entities: [], events: [] },
  quotes: quotes.map(quote),
});
const namesOf = (...quotes: Partial<Quote>[]) => {
  const { voices, sure } = listVoices(recordOf(...quotes));
  return { names: voices.map(({ name }) => name), sure };
};

test('two unnamed sources and a ministry are three voices', () => {
  const { voices, sure } = voicesOf(
    '"We are close to a deal with the other side," a Seoul source said on Tuesday.\n\n' +
      '"A wide range of issues will be dealt with at the talks," another source said.\n\n' +
      '"The two sides agreed to exchange their opinions in the near future," the defense ministry said.',
  );
  expect(voices.map(({ footing, name }) => [footing, name])).toEqual([
    ['anonymous', 'a Seoul source'],
    ['anonymous', 'another source'],
    ['organisation', 'the defense ministry'],
  ]);
  expect(sure).toBe(true);
});

describe('the same voice', () => {
  const organisation = { attribution: 'organisation' as const };
  test('is the ministry that was named before', () => {
    const long = { ...organisation, speaker: 'Seoul’s defense ministry' };
    expect(namesOf(long, { ...organisation, speaker: 'the ministry' })).toEqual({
      names: ['Seoul’s defense ministry'],
      sure: true,
    });
  });

  test('is not told where two ministries were named before', () => {
    const ministries = ['the defense ministry', 'the foreign ministry', 'the ministry'];
    expect(namesOf(...ministries.map((speaker) => ({ ...organisation, speaker }))).sure).toBe(false);
  });

  test('is whoever the same words name, and a person by the last name', () => {
    expect(namesOf({ speaker: 'Ann Lee' }, { speaker: 'Lee' }).names).toEqual(['Ann Lee']);
    const source = { attribution: 'anonymous' as const, speaker: 'a source' };
    const at = { speaker_start: 40, speaker_end: 48 };
    expect(namesOf({ ...source, ...at }, { ...source, ...at }).names).toEqual(['a source']);
    expect(namesOf({ ...source, speaker_start: 4 }, { ...source, speaker_start: 90 }).names).toHaveLength(2);
  });
});

describe('a count is not sure', () => {
  const doubtful: [string, Partial<Quote>][] = [
    ['a quotation has no speaker', { speaker: null, attribution: 'none' }],
    ['a speaker was taken over from elsewhere', { confidence: 0.6 }],
    ['a person has half a name', { speaker: 'Lee' }],
    ['several speak at once', { speaker: 'some officials', attribution: 'anonymous' }],
    ['somebody unnamed may be named elsewhere', { speaker: 'its director', attribution: 'anonymous' }],
    [
      'a person was taken for an organisation',
      { speaker: 'its finance director', attribution: 'organisation' },
    ],
  ];
  test.each(doubtful)('where %s', (_, changes) => {
    expect(listShownVoices(recordOf({ speaker: 'Bo Park' }, changes), [])).toEqual([]);
  });

  test('where nobody speaks', () =>
    expect(namesOf({ kind: 'indirect' })).toEqual({ names: [], sure: false }));
});

test('an editor shows a doubtful count and hides a sure one, until others speak', () => {
  const doubtful = recordOf({ speaker: 'Lee' });
  const sure = recordOf({});
  const decide = (record: TextRecord, verdict: 'confirmed' | 'struck') => {
    const { key } = listVoices(record);
    return [{ kind: 'sources' as const, key, verdict, find: {}, prefix: '', suffix: '' }];
  };
  expect(listShownVoices(doubtful, decide(doubtful, 'confirmed'))).toHaveLength(1);
  expect(listShownVoices(sure, decide(sure, 'struck'))).toEqual([]);
  expect(listShownVoices(recordOf({ speaker: 'Park' }), decide(doubtful, 'confirmed'))).toEqual([]);
});
