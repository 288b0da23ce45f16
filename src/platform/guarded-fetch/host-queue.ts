import { setTimeout as sleepMs } from 'node:timers/promises';
import { monotonicMs } from '#lib/clock.ts';
import { FetchFailure } from './fetch-failure.ts';

type Lane = { running: number; nextStart: number; waiting: (() => void)[] };

export type HostQueueOptions = {
  /** Requests to one host at the same time. */
  atOnce: number;
  /** Milliseconds from the start of one request to the start of the next, by host. */
  gapMs: (host: string) => number;
  /** A longer wait than this is not waited out but fails as `held`. */
  patienceMs: number;
  time?: Time;
};

/** A clock in milliseconds that never jumps, and how to wait on it. */
type Time = { now: () => number; sleep: (ms: number, signal: AbortSignal | undefined) => Promise<unknown> };

const MACHINE_TIME: Time = {
  now: monotonicMs,
  sleep: (ms, signal) => sleepMs(ms, undefined, { signal }),
};

export type HostQueue = {
  /** Runs `job` when the host can be asked again. Requests keep their order. */
  run<T>(host: string, signal: AbortSignal | undefined, job: () => Promise<T>): Promise<T>;
  /** The host asked to be left alone so long. */
  hold(host: string, seconds: number): void;
};

/** More hosts than this are not remembered while nothing is being asked of them. */
const MANY_HOSTS = 1_000;

/** Politeness: how often and how many at once a host is asked, by all parts of this process together. */
export function createHostQueue(options: HostQueueOptions): HostQueue {
  const { atOnce, gapMs, patienceMs, time = MACHINE_TIME } = options;
  const lanes = new Map<string, Lane>();

  function laneOf(host: string): Lane {
    if (lanes.size > MANY_HOSTS) forgetIdle();
    const lane = lanes.get(host) ?? { running: 0, nextStart: 0, waiting: [] };
    lanes.set(host, lane);
    return lane;
  }

  function forgetIdle(): void {
    for (const [host, { running, nextStart }] of lanes) {
      if (running === 0 && nextStart <= time.now()) lanes.delete(host);
    }
  }

  /** Takes a place in the lane; what is freed goes to whoever waits longest. */
  async function enter(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
    if (lane.running < atOnce) {
      lane.running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const give = () => {
        signal?.removeEventListener('abort', quit);
        resolve();
      };
      const quit = () => {
        lane.waiting = lane.waiting.filter((one) => one !== give);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', quit, { once: true });
      lane.waiting.push(give);
    });
  }

  function leave(lane: Lane): void {
    const next = lane.waiting.shift();
    if (next) next();
    else lane.running -= 1;
  }

  return {
    async run(host, signal, job) {
      signal?.throwIfAborted();
      const lane = laneOf(host);
      await enter(lane, signal);
      try {
        const wait = lane.nextStart - time.now();
        if (wait > patienceMs) throw toHeld(host, wait);
        lane.nextStart = time.now() + Math.max(0, wait) + gapMs(host);
        if (wait > 0) await time.sleep(wait, signal);
        return await job();
      } finally {
        leave(lane);
      }
    },
    hold(host, seconds) {
      const lane = laneOf(host);
      lane.nextStart = Math.max(lane.nextStart, time.now() + seconds * 1000);
    },
  };
}

function toHeld(host: string, waitMs: number): FetchFailure {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new FetchFailure(
    'held',
    `${host} asked to be left alone for another ${retryAfterSeconds} seconds.`,
    {
      retryAfterSeconds,
    },
  );
}
