import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { AppError } from '#lib/errors.ts';

type CopyIn = Writable & { rowCount: number };

export type Loader = {
  /** Adds bytes to what is loaded under this name, which begins when its first bytes come. */
  add: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Ends the last one. */
  end: () => Promise<void>;
};

/**
 * Loads one table after the other from parts that come in order, as fast as PostgreSQL takes them. Throws `bad_input`
 * where a table took another number of rows than `rowsOf` says.
 */
export function createLoader(open: (name: string) => CopyIn, rowsOf: (name: string) => number): Loader {
  let current: { name: string; stream: CopyIn; done: Promise<void> } | undefined;
  const end = async () => {
    if (!current) return;
    const { name, stream, done } = current;
    current = undefined;
    stream.end();
    await done;
    if (stream.rowCount !== rowsOf(name))
      throw new AppError('bad_input', `Of ${name} ${stream.rowCount} rows came in, and not ${rowsOf(name)}.`);
  };
  const add = async (name: string, bytes: Uint8Array) => {
    if (current?.name !== name) {
      await end();
      const stream = open(name);
      const done = finished(stream, { readable: false });
      done.catch(() => {});
      current = { name, stream, done };
    }
    const { stream, done } = current ?? {};
    if (stream && !stream.write(bytes)) await Promise.race([once(stream, 'drain'), done]);
  };
  return { add, end };
}
