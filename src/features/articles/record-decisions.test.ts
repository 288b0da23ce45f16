import { expect, test } from 'vitest';
import { readRecord, type TextRecord } from '#record/read-record.ts';
import { applyDecisions, type Decision, entityKey, toSelector } from './record-decisions.ts';

const TEXT = 'The council met on Wednesday.\n\nIt will meet again on Friday, and vote next month.';
const origin = { published: '2015-03-26', language: 'en' };
const record = readRecord(TEXT, origin);

const decide = (text: string, read: TextRecord, words: string, verdict: Decision['verdict']): Decision => {
  const find = read.times.find((time) => time.text === words);
  if (!find) throw new Error(`no ${words}`);
  return { kind: 'time', verdict, find: { ...find }, ...toSelector(text, 'time', find) };
};
const valuesOf = ({ times }: TextRecord) => times.map(({ value }) => value);

test('what was struck is gone, and nothing else', () => {
  const decided = applyDecisions(TEXT, record, [decide(TEXT, record, 'Friday', 'struck')]);
  expect(valuesOf(record)).toEqual(['2015-03-25', '2015-03-27', '2015-04']);
  expect(valuesOf(decided)).toEqual(['2015-03-25', '2015-04']);
});

test('what was confirmed stands as it was found, whatever a later reader finds in its place', () => {
  const confirmed = decide(TEXT, record, 'Friday', 'confirmed');
  const otherwise = record.times.map((time) =>
    time.text === 'Friday'
      ? { ...time, start: time.start - 3, text: 'on Friday', value: '2015-03-20' }
      : time,
  );
  const decided = applyDecisions(TEXT, { ...record, times: otherwise }, [confirmed]);
  expect(decided.times.map(({ text, value, confidence }) => [text, value, confidence])[1]).toEqual([
    'Friday',
    '2015-03-27',
    1,
  ]);
  expect(valuesOf(applyDecisions(TEXT, { ...record, times: [] }, [confirmed]))).toEqual(['2015-03-27']);
});

test('a decision goes with its words where these move, and not where they changed', () => {
  const struck = decide(TEXT, record, 'Friday', 'struck');
  const moved = `A new first paragraph.\n\n${TEXT}`;
  expect(valuesOf(applyDecisions(moved, readRecord(moved, origin), [struck]))).toEqual([
    '2015-03-25',
    '2015-04',
  ]);
  const changed = TEXT.replace('again on Friday', 'once more on Friday');
  expect(valuesOf(applyDecisions(changed, readRecord(changed, origin), [struck]))).toHaveLength(3);
});

test('the same words elsewhere are another find', () => {
  const twice = 'They met on Friday in Rome.\n\nThey will not meet on Friday in Oslo.';
  const read = readRecord(twice, origin);
  const [first, second] = read.times.map((time) => toSelector(twice, 'time', time).key);
  expect(first).not.toBe(second);
});

test('a name is decided on in all its mentions', () => {
  const carter = { type: 'PER' as const, id: '1', name: 'Ashton Carter', confidence: 0.7 };
  const entities = [
    { ...carter, start: 0, end: 13, text: 'Ashton Carter' },
    { ...carter, start: 20, end: 26, text: 'Carter' },
  ];
  const decision = { kind: 'entity' as const, key: entityKey(carter), find: {}, prefix: '', suffix: '' };
  const with_ = (verdict: Decision['verdict']) =>
    applyDecisions('', { ...record, entities }, [{ ...decision, verdict }]).entities;
  expect(with_('struck')).toEqual([]);
  expect(with_('confirmed').map(({ confidence }) => confidence)).toEqual([1, 1]);
});
