import { systemClock } from '#lib/clock.ts';
import { openBlobStore } from '#platform/blob-store/blob-store.ts';
import { restore } from '../backup/restore.ts';
import type { Call } from './command.ts';
import { readFileWord } from './read-file-word.ts';
import { withDatabase } from './with-database.ts';

/** `dateline restore` */
export async function restoreBackup(call: Call<Record<never, never>>): Promise<undefined> {
  const file = readFileWord(call.words);
  const { manifest, migrated, stoppedSends } = await withDatabase(call, (_, config, { pool }) =>
    restore({ pool, blobs: openBlobStore(config.blobUrl), file, now: systemClock() }),
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  call.say(`The paper of ${manifest.made} is back: ${manifest.tables.length} tables with ${rows} rows.`);
  if (migrated.length > 0) call.say(`Brought up to date by ${migrated.join(', ')}.`);
  if (stoppedSends > 0) call.say(`${stoppedSends} sends that were under way are stopped: see briefing show.`);
  for (const key of manifest.missing) call.say(`The backup does not have the picture ${key}.`);
}
