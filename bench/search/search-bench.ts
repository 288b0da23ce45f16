import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '#lib/clock.ts';
import { createPool, toDb } from '#platform/database.ts';
import { openEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '#platform/migrate.ts';
import { fillPaper } from './fill-paper.ts';
import { measureQueries, type QueryTimes } from './measure-queries.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

export type SearchBenchOptions = { articles: number; perKind: number; say: (sentence: string) => void };

/** Measures searches in a paper of made-up articles, on a PostgreSQL of its own in a temporary folder. */
export async function benchSearch({ articles, perKind, say }: SearchBenchOptions): Promise<QueryTimes[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-search-bench-'));
  // Root's PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const server = await openEmbeddedPostgres({ dataFolder: folder, holder: 'paper', durable: false, say });
  const pool = createPool(server.target, { max: 4, statementTimeoutMs: 0 });
  try {
    await migrate(pool, MIGRATIONS);
    const db = toDb(pool);
    const begun = performance.now();
    const words = await fillPaper(db, articles);
    say(`${articles} articles made in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    return await measureQueries(db, words, { perKind, now: systemClock() });
  } finally {
    await pool.end();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The times as a Markdown table. */
export const toTable = (times: readonly QueryTimes[]): string =>
  [
    '| searches | count | results each | p50 ms | p95 ms | max ms |',
    '|---|---|---|---|---|---|',
    ...times.map(({ kind, count, found, p50Ms, p95Ms, maxMs }) => {
      const numbers = [found / count, p50Ms, p95Ms, maxMs].map((value) => value.toFixed(1));
      return `| ${[kind, count, ...numbers].join(' | ')} |`;
    }),
  ].join('\n');

if (import.meta.main) {
  const articles = Number(process.argv[2] ?? 100_000);
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  process.stdout.write(`${toTable(await benchSearch({ articles, perKind: 30, say }))}\n`);
}
