import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalKey } from '#platform/page-cache/page-key.ts';
import { parseSearchParams, SEARCH_QUERY, searchPath } from './search-params.ts';

test('whatever is in an address, its one spelling means the same and is the page cache’s own', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('newest', 'world', '2026-11-24', '1-2'),
  );
  const query = fc.dictionary(fc.constantFrom(...SEARCH_QUERY), value);
  fc.assert(
    fc.property(query, (given) => {
      const params = parseSearchParams(new URLSearchParams(given));
      const path = searchPath('/ko', params);
      const again = new URLSearchParams(path.split('?')[1]);
      expect(parseSearchParams(again)).toEqual(params);
      expect(canonicalKey('/ko/search', again, SEARCH_QUERY).key).toBe(path);
    }),
  );
});

test('a query is cut at two hundred letters', () => {
  expect(parseSearchParams(new URLSearchParams({ q: 'a'.repeat(5000) })).q).toHaveLength(200);
});
