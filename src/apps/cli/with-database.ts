import { type Config, readConfig } from '#platform/config.ts';
import { type Db, whenReachable } from '#platform/database.ts';
import { type OpenDatabase, openDatabase } from '#platform/open-database.ts';
import type { Terminal } from './command.ts';

/** Does the work of a command on the database of the paper, whether the paper runs or not, and closes it behind. */
export async function withDatabase<T>(
  { say }: Pick<Terminal, 'say'>,
  work: (db: Db, config: Config, database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  const database = await openDatabase(config, { holder: 'command', say, max: 4 });
  try {
    return await whenReachable(() => work(database.db, config, database));
  } finally {
    await database.close();
  }
}
