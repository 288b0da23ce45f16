import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalKey } from './page-key.ts';

const keyOf = (query: string, names: string[]) =>
  canonicalKey('/search', new URLSearchParams(query), names).key;

test('parameters that the page does not read are dropped', () => {
  expect(keyOf('utm_source=mail&q=ships&fbclid=1', ['q'])).toBe('/search?q=ships');
  expect(keyOf('utm_source=mail', [])).toBe('/search');
});

test('order and repetition make no difference', () => {
  expect(keyOf('before=9&q=ships&q=boats', ['q', 'before'])).toBe(keyOf('q=ships&before=9', ['before', 'q']));
});

test('an empty parameter is as good as none', () => {
  expect(keyOf('q=', ['q'])).toBe('/search');
});

test('different values never share a key, and a key is an address of its page', () => {
  const values = fc.record({ a: fc.string({ minLength: 1 }), b: fc.string({ minLength: 1 }) });
  fc.assert(
    fc.property(values, values, (one, other) => {
      const first = canonicalKey('/x', new URLSearchParams(one), ['a', 'b']);
      const second = canonicalKey('/x', new URLSearchParams(other), ['a', 'b']);
      expect(first.key === second.key).toBe(
        first.query.get('a') === second.query.get('a') && first.query.get('b') === second.query.get('b'),
      );
      const address = new URL(first.key, 'http://paper.example');
      expect(canonicalKey(address.pathname, address.searchParams, ['a', 'b']).key).toBe(first.key);
    }),
  );
});
