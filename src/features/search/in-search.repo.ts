import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** What a search may take at most, in milliseconds; the worst that was found to ask for takes a tenth of it. */
const TIMEOUT_MS = 2000;

/**
 * The settings of a search, in one statement with its beginning: each way to the database and back costs as much as a
 * look-up. Without them PostgreSQL reads common words from the table row by row where a LIMIT makes it hope for an early
 * end; it counts neither what reading a long vector costs nor how far words stand apart.
 */
const BEGIN = `begin read only; set local enable_seqscan = off; set local jit = off;
  set local statement_timeout = ${TIMEOUT_MS}`;

/**
 * Runs look-ups as a search, read only. What is found is shown by other connections once this one is given back: as many searches at
 * once as there are connections would wait for each other's.
 */
export const inSearch = <Found>(db: Db, look: (trx: Db) => Promise<Found>): Promise<Found> =>
  db.connection().execute(async (connection) => {
    await sql.raw(BEGIN).execute(connection);
    try {
      const found = await look(connection);
      await sql`commit`.execute(connection);
      return found;
    } catch (thrown) {
      // Where the connection itself is gone there is nothing to end; what went wrong is what is told.
      await sql`rollback`.execute(connection).catch(() => {});
      throw thrown;
    }
  });
