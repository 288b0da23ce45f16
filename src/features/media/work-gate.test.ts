import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createGate } from './work-gate.ts';

it('lets two run at once, the others after them in order, and a failure frees its place', async () => {
  const gate = createGate(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (name: number) =>
    gate(async () => {
      order.push(name);
      most = Math.max(most, ++running);
      await setImmediate();
      running--;
      if (name === 1) throw new Error('broken');
      return name;
    });
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(await gate(async () => 'open again')).toBe('open again');
});
