import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { ensureLinkKeys, takeMessage } from '#features/briefings/briefings.ts';
import { systemClock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import type { Call } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing bounce` */
export async function briefingBounce(call: Call<Record<never, never>>): Promise<number | undefined> {
  const files = call.words.length > 0 ? call.words : [undefined];
  return withDatabase(call, async (db) => {
    const keys = await ensureLinkKeys(db, systemClock());
    let failed = 0;
    for (const file of files) {
      const name = file ?? 'The message';
      try {
        const bytes = file === undefined ? await buffer(process.stdin) : await readFile(file);
        const { kind, address, effect } = await takeMessage(db, keys, bytes, systemClock());
        const what = effect === 'suppressed' ? 'it gets no mail any more' : 'noted';
        call.say(`${name}: a ${kind} of ${address}; ${what}.`);
      } catch (thrown) {
        if (!(thrown instanceof AppError) && !isMissingFile(thrown)) throw thrown;
        call.say(`${name}: ${thrown.message}`);
        failed += 1;
      }
    }
    return failed > 0 ? 1 : undefined;
  });
}

const isMissingFile = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EISDIR');
