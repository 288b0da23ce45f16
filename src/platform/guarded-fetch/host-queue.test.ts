import { expect, test } from 'vitest';
import { createHostQueue } from './host-queue.ts';

const quick = { atOnce: 2, gapMs: () => 0, patienceMs: 1_000 };

/** A job that ends when told to. */
function heldJob() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, job: () => ended };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('at most two requests run on one host, in the order they came, and others do not wait for them', async () => {
  const queue = createHostQueue(quick);
  const started: string[] = [];
  const jobs = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...heldJob() }));
  const runs = jobs.map(({ name, job }) =>
    queue.run('one.example', undefined, () => {
      started.push(name);
      return job();
    }),
  );
  await queue.run('other.example', undefined, async () => started.push('other'));
  await turn();
  expect(started).toEqual(['a', 'b', 'other']);
  jobs[1]?.end();
  await turn();
  expect(started.slice(3)).toEqual(['c']);
  for (const { end } of jobs) end();
  await Promise.all(runs);
  expect(started.slice(3)).toEqual(['c', 'd']);
});

test('requests to one host start with a gap between them, a failed one included', async () => {
  let now = 1_000;
  const starts: number[] = [];
  const sleep = async (ms: number) => {
    now += ms;
  };
  const queue = createHostQueue({ ...quick, gapMs: () => 400, time: { now: () => now, sleep } });
  const run = () =>
    queue.run('one.example', undefined, async () => {
      starts.push(now);
      throw new Error('failed');
    });
  await run().catch(() => {});
  await run().catch(() => {});
  now += 150;
  await run().catch(() => {});
  now += 900;
  await run().catch(() => {});
  expect(starts).toEqual([1_000, 1_400, 1_800, 2_700]);
});

test('a host that asked for a long rest is not waited for', async () => {
  const queue = createHostQueue(quick);
  queue.hold('one.example', 600);
  await expect(queue.run('one.example', undefined, async () => 1)).rejects.toMatchObject({
    kind: 'held',
    retryAfterSeconds: 600,
  });
  expect(await queue.run('other.example', undefined, async () => 1)).toBe(1);
});

test('who is told to stop while waiting leaves the queue to the others', async () => {
  const queue = createHostQueue({ ...quick, atOnce: 1 });
  const first = heldJob();
  const running = queue.run('one.example', undefined, first.job);
  const stop = new AbortController();
  const stopped = queue.run('one.example', stop.signal, async () => 'never');
  const last = queue.run('one.example', undefined, async () => 'last');
  stop.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
  first.end();
  await running;
  expect(await last).toBe('last');
});
