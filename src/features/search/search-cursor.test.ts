import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearchCursor, type SearchCursor, toSearchCursorText } from './search-cursor.ts';

const place = fc.record({
  at: fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
  id: fc.nat(),
});

test('a cursor survives its address', () => {
  const cursors: fc.Arbitrary<SearchCursor> = fc.oneof(
    fc.record({ sort: fc.constant('newest' as const), after: place }),
    fc.record({
      sort: fc.constant('best' as const),
      tier: fc.constantFrom('names' as const, 'text' as const),
      start: place,
      score: fc.integer({ min: -10_000_000, max: 100_000_000 }),
      id: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(cursors, (cursor) => {
      expect(parseSearchCursor(toSearchCursorText(cursor))).toEqual(cursor);
    }),
  );
});

test('what this program did not write is no cursor', () => {
  for (const text of ['', '-', 'x', 'n-1-2', 'zzzzzzzzzz-1', "1-1'", 'n-1-2-3', 'q-1-2-3-4'])
    expect(parseSearchCursor(text)).toBeUndefined();
});
