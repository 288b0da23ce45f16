import { systemClock } from '#lib/clock.ts';
import { openBlobStore } from '#platform/blob-store/blob-store.ts';
import { backUp } from '../backup/back-up.ts';
import type { Call } from './command.ts';
import { readFileWord } from './read-file-word.ts';
import { withDatabase } from './with-database.ts';

/** `dateline backup` */
export async function backup(call: Call<Record<never, never>>): Promise<number> {
  const file = readFileWord(call.words);
  const { tables, parts, missing } = await withDatabase(call, (_, config, { pool }) =>
    backUp({ pool, blobs: openBlobStore(config.blobUrl), file, now: systemClock() }),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const pictures = parts.filter(({ name }) => name.startsWith('blobs/')).length;
  call.say(`${file} holds ${tables.length} tables with ${rows} rows and ${pictures} pictures.`);
  for (const key of missing) call.say(`The file store does not have ${key}, which the paper refers to.`);
  return missing.length > 0 ? 1 : 0;
}
