import {
  allowSource,
  keepSource,
  removePartner,
  renewKey,
  resumePartner,
} from '#features/partners/partners.ts';
import { findSourceByName } from '#features/wire/wire.ts';
import { systemClock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { type Call, WrongUse } from './command.ts';
import { withDatabase } from './with-database.ts';

type Plain = Call<Record<never, never>>;

/** The one name that a command takes. */
export function readName(words: readonly string[], of: string): string {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) throw new WrongUse(`Write one name ${of}.`);
  return name;
}

/** `dateline partner key` */
export async function partnerKey(call: Plain): Promise<undefined> {
  const name = readName(call.words, 'of a partner');
  const key = await withDatabase(call, (db) => renewKey(db, name));
  call.say(`The new key of ${name}, shown only now; the old one opens nothing any more:`);
  await call.print(`${key}\n`);
}

/** `dateline partner resume` */
export async function partnerResume(call: Plain): Promise<undefined> {
  const name = readName(call.words, 'of a partner');
  const missed = await withDatabase(call, (db) => resumePartner(db, name));
  call.say(`${name} is pushed to again; ${missed} articles that it missed are on their way.`);
}

/** `dateline partner remove` */
export async function partnerRemove(call: Plain): Promise<undefined> {
  const name = readName(call.words, 'of a partner');
  await withDatabase(call, (db) => removePartner(db, name, systemClock()));
  call.say(`Removed ${name}; its key opens nothing any more.`);
}

/** `dateline partner allow` */
export const partnerAllow = (call: Plain): Promise<undefined> =>
  forSource(call, allowSource, 'now goes to every partner');

/** `dateline partner keep` */
export const partnerKeep = (call: Plain): Promise<undefined> =>
  forSource(call, keepSource, 'goes only to partners who get all agencies’ copy');

async function forSource(
  call: Plain,
  work: (db: Db, sourceId: number) => Promise<void>,
  then: string,
): Promise<undefined> {
  const name = readName(call.words, 'of a wire source');
  await withDatabase(call, async (db) => {
    const source = await findSourceByName(db, name);
    if (!source) throw new AppError('not_found', `There is no source ${name}. See: dateline wire list`);
    await work(db, source.id);
  });
  call.say(`The copy of ${name} ${then}.`);
}
