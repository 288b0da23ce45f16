import { readAgain } from '#features/publishing/publishing.ts';
import type { Call } from './command.ts';
import type { recordReadAgainOptions } from './record.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline record read-again` */
export async function recordReadAgain(call: Call<typeof recordReadAgainOptions>): Promise<undefined> {
  const { all } = call.values;
  const onProgress = (read: number, changed: number) => {
    if (read % 1000 === 0) call.say(`${read} articles read, ${changed} changed so far.`);
  };
  const { read, changed } = await withDatabase(call, (db) => readAgain(db, { all, onProgress }));
  call.say(`Articles read: ${read}; records changed: ${changed}.`);
}
