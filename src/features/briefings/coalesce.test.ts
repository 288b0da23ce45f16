import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

test('what is given while work is under way is done in one next piece', async () => {
  const pieces: number[][] = [];
  const give = coalesce<number>(async (items) => {
    pieces.push(items);
    await Promise.resolve();
  });
  await Promise.all([1, 2, 3, 4].map(give));
  expect(pieces).toEqual([[1], [2, 3, 4]]);
});

test('a piece that fails fails for all who gave to it, and the next one goes on', async () => {
  let fails = true;
  const give = coalesce<number>(async () => {
    if (fails) throw new Error('away');
  });
  await expect(give(1)).rejects.toThrow('away');
  fails = false;
  await expect(give(2)).resolves.toBeUndefined();
});
