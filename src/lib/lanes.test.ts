import { expect, test } from 'vitest';
import { eachInLanes } from './lanes.ts';

test('every item is worked on once, no more than so many at the same time', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await eachInLanes([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(item);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('an item that fails does not keep the others from being done', async () => {
  const done: string[] = [];
  const work = async (item: string) => {
    if (item === 'bad') throw new Error('bad item');
    done.push(item);
  };
  await expect(eachInLanes(['a', 'bad', 'b'], 2, work)).rejects.toThrow('bad item');
  expect(done.sort()).toEqual(['a', 'b']);
});
