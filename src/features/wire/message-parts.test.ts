import { expect, test } from 'vitest';
import { splitMessage } from './message-parts.ts';
import { buildItem, buildParsed } from './testing/build-wire.ts';

const placed = (parts: ReturnType<typeof splitMessage>) =>
  parts.map((part) => part.items.map(({ item, position }) => [item.uri, position]));

test('a message of a few items is one part, first and last', () => {
  const parsed = buildParsed([buildItem({ uri: 'a' })], [{ position: 0, reason: 'broken' }]);
  const parts = splitMessage(parsed);
  expect(parts).toMatchObject([{ first: true, last: true, repeats: 0, failures: [{ position: 0 }] }]);
  expect(placed(parts)).toEqual([[['a', 1]]]);
});

test('a long message is cut into parts whose items keep their places, its failures after them', () => {
  const uris = ['a', 'b', 'c', 'd', 'e'];
  const parsed = buildParsed(
    uris.map((uri) => buildItem({ uri, version: 1 })),
    [{ position: 2, reason: 'broken' }],
  );
  const parts = splitMessage(parsed, 2);
  expect(placed(parts)).toEqual([
    [
      ['a', 0],
      ['b', 1],
    ],
    [
      ['c', 3],
      ['d', 4],
    ],
    [['e', 5]],
    [],
  ]);
  expect(parts.map(({ first, last }) => [first, last])).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [false, true],
  ]);
  expect(parts.at(-1)?.failures).toEqual(parsed.failures);
});

test('of entries without a version that share an identifier the first counts, also across parts', () => {
  const items = [
    buildItem({ uri: 'a', version: undefined }),
    buildItem({ uri: 'b', version: 1 }),
    buildItem({ uri: 'a', version: undefined }),
    buildItem({ uri: 'b', version: 2 }),
  ];
  const parts = splitMessage(buildParsed(items), 1);
  expect(parts.map((part) => part.items.length)).toEqual([1, 1, 0, 1]);
  expect(parts.map(({ repeats }) => repeats)).toEqual([0, 0, 1, 0]);
});
