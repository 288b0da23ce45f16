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
 * Looks something up as a search, read only, and shows what was found; `show` uses other connections and runs while the
 * transaction ends. The search's own is given back before `show` is waited for: as many searches at once as there are connections
 * would wait for each other's.
 */
export async function inSearch<Found, Shown>(
  db: Db,
  look: (trx: Db) => Promise<Found>,
  show: (found: Found) => Promise<Shown>,
): Promise<Shown> {
  const { showing } = await db.connection().execute(async (connection) => {
    await sql.raw(BEGIN).execute(connection);
    let found: Found;
    try {
      found = await look(connection);
    } catch (thrown) {
      // Where the connection itself is gone there is nothing to end; what went wrong is what is told.
      await sql`rollback`.execute(connection).catch(() => {});
      throw thrown;
    }
    const showing = show(found);
    // Whoever waits for it hears of its failure, not the process.
    showing.catch(() => {});
    await sql`commit`.execute(connection);
    // In an object, or it would be waited for here.
    return { showing };
  });
  return showing;
}
