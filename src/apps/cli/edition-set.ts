import { ensureEdition, setEdition } from '#features/taxonomy/taxonomy.ts';
import { type Call, WrongUse } from './command.ts';
import type { editionSetOptions } from './edition-set.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline edition set` */
export async function editionSet(call: Call<typeof editionSetOptions>): Promise<undefined> {
  const [code, ...more] = call.words;
  if (code === undefined || more.length > 0) throw new WrongUse('Write the code of one edition, such as en.');
  await withDatabase(call, async (db) => {
    await ensureEdition(db);
    const edition = await setEdition(db, { code, ...call.values });
    call.say(
      `Edition ${edition.code} is “${edition.name}”, in ${edition.language}, dated in ${edition.zone}.`,
    );
  });
}
