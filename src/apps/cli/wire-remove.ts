import { removeSource } from '#features/wire/wire.ts';
import { systemClock } from '#lib/clock.ts';
import { type Call, WrongUse } from './command.ts';
import type { wireRemoveOptions } from './wire-remove.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline wire remove` */
export async function wireRemove(call: Call<typeof wireRemoveOptions>): Promise<undefined> {
  const [name, ...more] = call.words;
  if (name === undefined || more.length > 0) throw new WrongUse('Write the name of one source.');
  const { kind } = await withDatabase(call, (db) => removeSource(db, name, systemClock()));
  const after = kind === 'inbox' ? ' Its folder stays, but is no longer watched.' : '';
  call.say(`Removed ${name}; its items and stories stay.${after}`);
}
