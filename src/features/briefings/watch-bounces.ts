import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock } from '#lib/clock.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import { takeMessage } from './take-message.ts';

export type BounceFolder = { db: Db; keys: readonly Buffer[]; folder: string; log: Log; clock?: Clock };

const LOOK_MS = 10_000;
/** A file that was written to just now may not be whole. */
const SETTLED_MS = 2000;
const LARGEST_BYTES = 5 * 1024 * 1024;

/** Takes in the messages that a mail server drops into a folder, until `signal` aborts. */
export async function watchBounces(options: BounceFolder, signal: AbortSignal): Promise<void> {
  await mkdir(options.folder, { recursive: true });
  while (!signal.aborted) {
    await takeBounces(options).catch((thrown: unknown) =>
      options.log.warn({ reason: messageOf(thrown) }, 'the folder of bounces could not be read'),
    );
    await pause(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}

/** Takes in what lies in the folder now: read messages move to `taken/`, others to `unread/` with a line in the log. */
export async function takeBounces({
  db,
  keys,
  folder,
  log,
  clock = systemClock,
}: BounceFolder): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith('.') || name.endsWith('.part')) continue;
    const path = join(folder, name);
    const found = await stat(path);
    if (!found.isFile() || clock().getTime() - found.mtimeMs < SETTLED_MS) continue;
    const into = await takeFile(path, found.size).then(
      () => 'taken',
      (thrown: unknown) => {
        // A database that is away leaves the file for the next look.
        if (!(thrown instanceof AppError)) throw thrown;
        log.info({ file: name, reason: thrown.message }, 'a message among the bounces was not used');
        return 'unread';
      },
    );
    await mkdir(join(folder, into), { recursive: true });
    await rename(path, join(folder, into, name));
  }

  async function takeFile(path: string, size: number): Promise<void> {
    if (size > LARGEST_BYTES) throw new AppError('too_large', 'It is too large to be a report.');
    await takeMessage(db, keys, await readFile(path), clock());
  }
}
