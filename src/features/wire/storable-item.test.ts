import { expect, test } from 'vitest';
import { toStorable, toStorableText } from './storable-item.ts';
import { buildItem } from './testing/build-wire.ts';

const hashOf = (values: Parameters<typeof buildItem>[0]) => toStorable(buildItem(values)).hash;

test('an item without characters that PostgreSQL refuses is kept as it is', () => {
  const item = buildItem({ headline: 'Ünïcode 한국어 😀 and a written \\u0000' });
  expect(toStorable(item).item).toEqual(item);
});

test('NUL goes and a lone surrogate becomes the replacement character, also deep in the body', () => {
  const item = buildItem({
    headline: 'a\0b',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x\ud83dy' }] }] },
  });
  const stored = toStorable(item);
  expect(stored.item.headline).toBe('ab');
  expect(stored.item.body.content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'x\ufffdy' }] },
  ]);
  expect(stored.json).toBe(JSON.stringify(stored.item));
});

test('the hash does not depend on the order of keys', () => {
  const subject = [{ code: 'medtop:1', name: 'one' }];
  const turned = [{ name: 'one', code: 'medtop:1' }];
  expect(hashOf({ subject })).toBe(hashOf({ subject: turned }));
});

test('the hash depends on the copy, not on our notes or on the time of the version', () => {
  expect(hashOf({ headline: 'one' })).not.toBe(hashOf({ headline: 'two' }));
  expect(hashOf({ notes: ['dropped a script'], versioncreated: '2026-11-24T00:00:00Z' })).toBe(hashOf({}));
});

test('text is cut to what it may be and stays well formed', () => {
  expect(toStorableText('ab😀', 3)).toBe('ab\ufffd');
});
