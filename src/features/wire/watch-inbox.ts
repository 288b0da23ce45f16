import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import { eachInLanes } from '#lib/lanes.ts';
import type { Db } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import { makeInboxFolder } from './inbox-folder.ts';
import { createStillness } from './inbox-names.ts';
import type { Receive } from './receive.ts';
import { listSources } from './sources.repo.ts';
import { type InboxPass, type InboxTaker, takeInbox } from './take-inbox.ts';

export type InboxWatch = {
  db: Db;
  receive: Receive;
  log: Log;
  /** Holds one folder per source: `DATELINE_DATA/inbox`. */
  folder: string;
  clock?: Clock;
  /** Milliseconds that a file must not have changed. */
  stillMs?: number;
  /** Milliseconds between two looks where the system does not tell of changes, as on some network drives. */
  rescanMs?: number;
};

const STILL_MS = 750;
const RESCAN_MS = 2_000;
/** Sources whose files are received at the same time; those of one source are taken in order. */
const AT_ONCE = 3;

/** Makes the folders of all inbox sources and takes what is put into them until `signal` is aborted. Survives a database that is away. */
export async function runInboxes(inbox: InboxWatch, signal: AbortSignal): Promise<void> {
  const { stillMs = STILL_MS, rescanMs = RESCAN_MS, receive, log, clock } = inbox;
  const taker: InboxTaker = { receive, log, clock, stillness: createStillness(stillMs), attempts: new Map() };
  const bell = createBell();
  const watchers = new Map<string, FSWatcher>();
  let troubled = '';
  while (!signal.aborted) {
    let pause = rescanMs;
    try {
      const pass = await takeAll(inbox, taker, watchers, bell, signal);
      troubled = '';
      if (pass.waiting) pause = Math.min(rescanMs, stillMs + 20);
      if (pass.more) pause = 0;
    } catch (thrown) {
      // The same trouble at every look is said once.
      const trouble = messageOf(thrown);
      if (trouble !== troubled) log.warn(`Watched folders cannot be read just now: ${trouble}`);
      troubled = trouble;
    }
    await bell.wait(pause, signal);
  }
  for (const watcher of watchers.values()) watcher.close();
}

async function takeAll(
  inbox: InboxWatch,
  taker: InboxTaker,
  watchers: Map<string, FSWatcher>,
  bell: Bell,
  signal: AbortSignal,
): Promise<InboxPass> {
  const sources = (await listSources(inbox.db)).filter(({ kind }) => kind === 'inbox');
  const all: InboxPass = { taken: 0, waiting: false, more: false };
  await eachInLanes(sources, AT_ONCE, async (source) => {
    const folder = join(inbox.folder, source.name);
    await makeInboxFolder(folder);
    listen(watchers, folder, bell);
    const pass = await takeInbox(taker, source, folder, signal);
    all.taken += pass.taken;
    all.waiting ||= pass.waiting;
    all.more ||= pass.more;
  });
  return all;
}

/** Hears of changes where the system tells of them; where it does not, the rescan finds them. */
function listen(watchers: Map<string, FSWatcher>, folder: string, bell: Bell): void {
  if (watchers.has(folder)) return;
  try {
    const watcher = watch(folder, () => bell.ring());
    watcher.on('error', () => {
      watcher.close();
      watchers.delete(folder);
    });
    watchers.set(folder, watcher);
  } catch {
    // No more watches to be had (inotify's limit), or a file system without them.
  }
}

type Bell = { ring: () => void; wait: (ms: number, signal: AbortSignal) => Promise<void> };

/** A wait that can be cut short; a ring that comes between two waits ends the next one. */
function createBell(): Bell {
  let rung = false;
  let answer = () => {};
  return {
    ring: () => {
      rung = true;
      answer();
    },
    wait: async (ms, signal) => {
      const done = new AbortController();
      answer = () => done.abort();
      if (!rung)
        await sleep(ms, undefined, { signal: AbortSignal.any([done.signal, signal]) }).catch(() => {});
      rung = false;
    },
  };
}
