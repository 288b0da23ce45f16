import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RANKINGS } from './decay.ts';
import { parseReplayLine } from './replay-line.parse.ts';
import { type ReplayedViews, replayViews } from './replay-views.ts';

const at = (time: string) => new Date(`2031-05-04T${time}:00Z`);
const replay = (reads: ReplayedViews[], top = 10) => [
  ...replayViews(reads, { ranking: RANKINGS.today, top }),
];
const places = (reads: ReplayedViews[]) =>
  replay(reads).map((hour) => hour.ranking.map(({ article }) => article));

test('every hour from the first read to the last has its ranking', () => {
  const reads = [
    { at: at('08:10'), article: 'a', views: 3 },
    { at: at('08:50'), article: 'b', views: 2 },
    { at: at('10:05'), article: 'b', views: 5 },
  ];
  expect(places(reads)).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(replay(reads).map((hour) => hour.at.toISOString().slice(11, 16))).toEqual([
    '09:00',
    '10:00',
    '11:00',
  ]);
});

test('what is read now passes what was read more, but long ago', () => {
  const reads = [
    { at: at('00:30'), article: 'night', views: 100 },
    { at: at('18:30'), article: 'evening', views: 20 },
  ];
  expect(places(reads).at(-1)).toEqual(['evening', 'night']);
  expect(
    replay(reads)
      .at(-1)
      ?.ranking.map(({ views }) => views),
  ).toEqual([20, 100]);
});

test('reads beyond the window are left out', () => {
  const reads = [
    { at: new Date('2031-05-01T00:00:00Z'), article: 'old', views: 1_000_000 },
    { at: at('12:00'), article: 'new', views: 1 },
  ];
  expect(places(reads).at(-1)).toEqual(['new']);
});

test('the order of the lines does not matter', () => {
  const read = fc.record({
    at: fc.integer({ min: 0, max: 40 }).map((hours) => new Date(at('00:00').getTime() + hours * 3_600_000)),
    article: fc.constantFrom('a', 'b', 'c', 'd'),
    views: fc.nat(50),
  });
  fc.assert(
    fc.property(fc.array(read, { maxLength: 40 }), (reads) => {
      expect(places(reads.toReversed())).toEqual(places(reads));
    }),
  );
});

test('a line names the article by number or by address, and without a count it is one read', () => {
  expect(parseReplayLine('{"at":"2031-05-04T17:00:00+09:00","article":12}')).toEqual({
    at: at('08:00'),
    article: '12',
    views: 1,
  });
  expect(parseReplayLine('{"at":"2031-05-04T08:00:00Z","path":"/world/2031/05/04/fog","n":7}')).toMatchObject(
    {
      article: '/world/2031/05/04/fog',
      views: 7,
    },
  );
});

test.each([
  '',
  '{',
  '[]',
  '{"at":"yesterday","article":1}',
  '{"at":"2031-05-04T08:00:00Z"}',
  '{"at":"2031-05-04T08:00:00Z","article":1,"n":-1}',
])('a line that is no read is refused with what it should look like: %s', (line) => {
  expect(() => parseReplayLine(line)).toThrow('A line must look like');
});
