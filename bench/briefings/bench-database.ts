import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool, type DatabaseTarget, type Db, toDb } from '#platform/database.ts';
import { openEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '#platform/migrate.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';

/** Does some work on a fresh database on a PostgreSQL of its own, durable as the paper's is, and clears it away. */
export async function withBenchDatabase<T>(work: (db: Db, target: DatabaseTarget) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-send-bench-'));
  // Root's PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const server = await openEmbeddedPostgres({ dataFolder: folder, holder: 'paper', say: () => {} });
  const pool = createPool(server.target);
  try {
    await migrate(pool, join(PROGRAM_FOLDER, 'migrations'));
    return await work(toDb(pool), server.target);
  } finally {
    await pool.end();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
