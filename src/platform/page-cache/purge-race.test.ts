import fc from 'fast-check';
import { expect, test } from 'vitest';
import { page } from './page.ts';
import { createPageCache } from './page-cache.ts';

type Action = 'read' | 'publish' | 'kill';

/**
 * A database with one text, numbered by change. A change is committed first and heard of later; a render reads it
 * somewhere between its beginning and its end; the scheduler decides who goes when.
 */
const play = async (scheduler: fc.Scheduler, actions: readonly Action[]) => {
  const cache = createPageCache({ patienceMs: 0 });
  const world = { committed: 0, heard: 0, killed: 0 };
  const faults: string[] = [];
  const render = async () => {
    await scheduler.schedule(Promise.resolve(), 'before reading');
    const seen = world.committed;
    await scheduler.schedule(Promise.resolve(), 'after reading');
    return page({ body: String(seen), keys: ['article:1'] });
  };
  const checkMemory = () => {
    const fresh = cache.peek('/a');
    if (fresh && Number(fresh.body) < world.heard) faults.push(`fresh ${fresh.body}, heard ${world.heard}`);
  };
  const read = async () => {
    try {
      const { page: got } = await cache.fetch('/a', render);
      if (Number(got.body) < world.killed) faults.push(`showed ${got.body}, killed ${world.killed}`);
    } catch (error) {
      // Changing faster than it can be rendered: refusing is right, showing would not be.
      if (!String(error).includes('changing faster')) throw error;
    }
    checkMemory();
  };
  const change = async (hard: boolean) => {
    world.committed += 1;
    const change = world.committed;
    await scheduler.schedule(Promise.resolve(), 'commit to notice');
    cache.purge({ keys: ['article:1'], hard });
    world.heard = Math.max(world.heard, change);
    if (hard) world.killed = Math.max(world.killed, change);
    checkMemory();
  };
  const running = actions.map((action) =>
    scheduler
      .schedule(Promise.resolve(), action)
      .then(() => (action === 'read' ? read() : change(action === 'kill'))),
  );
  await scheduler.waitFor(Promise.all(running));
  return { faults, world, cache };
};

const actions = fc.array(fc.constantFrom<Action>('read', 'read', 'publish', 'kill'), {
  minLength: 2,
  maxLength: 14,
});

test('however renders, changes and their notices interleave, nothing killed is shown and nothing old is kept as fresh', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), actions, async (scheduler, steps) => {
      const { faults } = await play(scheduler, steps);
      expect(faults).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('once all is quiet the newest state is what everyone gets', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), actions, async (scheduler, steps) => {
      const { cache, world } = await play(scheduler, steps);
      const renderNow = () => page({ body: String(world.committed), keys: ['article:1'] });
      await new Promise((resolve) => setImmediate(resolve));
      const { page: got } = await cache.fetch('/a', renderNow);
      expect(Number(got.body)).toBe(world.committed);
    }),
    { numRuns: 200 },
  );
});
