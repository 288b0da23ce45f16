import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePayload, toPayloads } from './invalidation.ts';

test('a purge of any size arrives whole, in payloads that PostgreSQL takes', () => {
  const keys = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(keys, fc.boolean(), (given, hard) => {
      const payloads = toPayloads({ keys: given, hard });
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8000);
      const arrived = payloads.map(parsePayload);
      expect(arrived.flatMap((purge) => purge.keys)).toEqual(given);
      expect(arrived.every((purge) => purge.hard === hard)).toBe(true);
    }),
  );
});

test('a key that fits no payload is refused', () => {
  expect(() => toPayloads({ keys: ['x'.repeat(8000)], hard: false })).toThrow('under 7800 bytes');
});

test('a payload that cannot be read counts as a kill of everything', () => {
  for (const payload of ['', 'x', '{}', '{"keys":[1],"hard":true}']) {
    expect(parsePayload(payload)).toEqual({ keys: 'all', hard: true });
  }
});
