import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { pinning } from '../cache/pinned-process.ts';

/** The machine and the programs that figures were measured with, as lines of a list. */
export async function describeMachine(db: Db, loadBefore: number): Promise<string[]> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  const cores = cpus();
  return [
    `- ${cores.length} cores of ${cores[0]?.model.trim() ?? 'an unknown processor'}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB of memory, ${type()} ${release()}`,
    `- Node ${process.versions.node}, PostgreSQL ${rows[0]?.server_version.split(' ')[0] ?? ''} (the program's own, settings as it makes them, commits forced to disk)`,
    `- ${pinning()}; PostgreSQL falls on either core`,
    `- other work on the machine before the first measurement (load average of a minute): ${loadBefore.toFixed(1)}`,
  ];
}

export const loadNow = (): number => loadavg()[0] ?? 0;
