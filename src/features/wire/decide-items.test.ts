import { describe, expect, test } from 'vitest';
import { decideItems, type KnownItems, toFailedItem, toPlaced } from './decide-items.ts';
import { wholeMessage } from './message-parts.ts';
import { toStorable } from './storable-item.ts';
import { buildItem, buildParsed } from './testing/build-wire.ts';
import type { WireItem } from './wire-item.schema.ts';

const nothingKnown = (): KnownItems => ({ versions: new Map(), newest: new Map(), failedHashes: new Set() });
const decide = (items: WireItem[], known = nothingKnown()) =>
  decideItems(toPlaced(wholeMessage(buildParsed(items)).items), [], known);

const storedBefore = (item: WireItem, version: number): KnownItems => {
  const { hash } = toStorable(item);
  return {
    ...nothingKnown(),
    versions: new Map([[item.uri, new Map([[version, hash]])]]),
    newest: new Map([[item.uri, { version, hash, versioncreated: item.versioncreated }]]),
  };
};

test('items keep the places they had among those that could not be read', () => {
  const parsed = buildParsed(
    [buildItem({ uri: 'a' }), buildItem({ uri: 'b' }), buildItem({ uri: 'c' })],
    [
      { position: 0, reason: 'broken' },
      { position: 2, reason: 'broken' },
    ],
  );
  expect(wholeMessage(parsed).items.map(({ position }) => position)).toEqual([1, 3, 4]);
});

describe('with a version', () => {
  const item = buildItem({ uri: 'a', version: 3 });

  test('a version that is not stored is new, also a lower one that comes late', () => {
    const decisions = decide(
      [buildItem({ uri: 'a', version: 2 }), buildItem({ uri: 'a', version: 4 })],
      storedBefore(item, 3),
    );
    expect(decisions.fresh.map(({ version }) => version)).toEqual([2, 4]);
  });

  test('the same again is ignored, in another message or in the same one', () => {
    expect(decide([item, item])).toMatchObject({ fresh: [{ version: 3 }], failed: [], ignored: 1 });
    expect(decide([item], storedBefore(item, 3))).toMatchObject({ fresh: [], failed: [], ignored: 1 });
  });

  test('the same version with other content fails and says so', () => {
    const { fresh, failed } = decide(
      [buildItem({ uri: 'a', version: 3, headline: 'Other' })],
      storedBefore(item, 3),
    );
    expect(fresh).toEqual([]);
    expect(failed).toMatchObject([
      { uri: 'a', version: 3, reason: expect.stringContaining('Version 3 of a') },
    ]);
    expect(failed[0]?.json).toContain('Other');
  });

  test('a version that cannot be counted with fails', () => {
    const versions = [1.5, -1, 2 ** 60, Number.NaN];
    const { failed } = decide(versions.map((version, i) => buildItem({ uri: `v${i}`, version })));
    expect(failed).toHaveLength(versions.length);
  });
});

describe('without a version', () => {
  const item = buildItem({ uri: 'a', versioncreated: '2026-11-24T10:00:00Z' });

  test('the first is version 1 and a changed one the next', () => {
    expect(decide([item]).fresh).toMatchObject([{ version: 1 }]);
    const changed = { ...item, headline: 'Changed' };
    expect(decide([changed], storedBefore(item, 7)).fresh).toMatchObject([{ version: 8 }]);
  });

  test('unchanged copy is ignored, whatever time it carries', () => {
    const touched = { ...item, versioncreated: '2026-11-24T12:00:00Z' };
    expect(decide([touched], storedBefore(item, 1))).toMatchObject({ fresh: [], ignored: 1 });
  });

  test('changed copy that is older than what is stored is ignored', () => {
    const late = { ...item, headline: 'Earlier', versioncreated: '2026-11-24T11:30:00+02:00' };
    expect(decide([late], storedBefore(item, 2))).toMatchObject({ fresh: [], ignored: 1 });
  });

  test('two entries with one guid do not replace each other at every poll', () => {
    const other = { ...item, headline: 'The other' };
    expect(decide([item, other]).fresh).toMatchObject([{ version: 1, item }]);
    expect(decide([item, other], storedBefore(item, 1))).toMatchObject({ fresh: [], ignored: 2 });
  });
});

test('an item without an identifier, or with an endless one, fails alone', () => {
  const { fresh, failed } = decide([
    buildItem({ uri: ' ' }),
    buildItem({ uri: 'x'.repeat(3_000) }),
    buildItem({ uri: 'good' }),
  ]);
  expect(fresh.map(({ item }) => item.uri)).toEqual(['good']);
  expect(failed.map(({ reason }) => reason)).toEqual([
    'The item has no identifier.',
    'The identifier of the item is 3000 bytes long; at most 2000 can be kept.',
  ]);
});

test('what failed before in the same way is not shown again', () => {
  const failure = toFailedItem({ position: 0, uri: 'a', reason: 'no headline' });
  const item = buildItem({ uri: 'b' });
  const known = { ...nothingKnown(), failedHashes: new Set([failure.hash, toStorable(item).hash]) };
  expect(decideItems(toPlaced(wholeMessage(buildParsed([item])).items), [failure], known)).toEqual({
    fresh: [],
    failed: [],
    ignored: 1,
  });
});
