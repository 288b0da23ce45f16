import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createPopular, createViewCounter } from '#features/popular/popular.ts';
import { systemClock } from '#lib/clock.ts';
import { createDatabase, createPool, type DatabaseTarget, type Db } from '#platform/database.ts';
import { openEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { createLog } from '#platform/log.ts';
import { migrate } from '#platform/migrate.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { forkServer, nextMessage, pinning, runLoad } from './cache/pinned-process.ts';
import { fillReads } from './popular/fill-reads.ts';

const log = createLog({ level: 'warn' });

export type BeaconFigures = {
  perSecond: number;
  /** By the server's own CPU time: what a core to itself would do, however busy the machine is. */
  perCpuSecond: number;
  failed: number;
  counted: number;
  written: number;
  rssMb: number;
};
export type RankingFigures = {
  articles: number;
  rankMs: number;
  listMs: number;
  topUs: number;
  flushMs: number;
};

type ServerReport = { counts: { counted: number }; cpuSeconds: number; rssMb: number };

/** Beacons a second through the real door to the database; `written` must be what was `counted`. */
export async function benchBeacons(db: Db, target: DatabaseTarget, seconds: number): Promise<BeaconFigures> {
  await sql`truncate view_count`.execute(db);
  const { rows } = await sql<{ last: number }>`select max(id) as last from article`.execute(db);
  const child = forkServer(join(PROGRAM_FOLDER, 'bench/popular/beacon-server.ts'), [JSON.stringify(target)]);
  try {
    const { port } = await nextMessage<{ port: number }>(child);
    const file = join(PROGRAM_FOLDER, 'bench/popular/beacon-load.ts');
    const load = await runLoad([file, String(port), '64', String(seconds), String(rows[0]?.last ?? 1)]);
    const { answered, perSecond, failed } = JSON.parse(load) as Record<
      'answered' | 'perSecond' | 'failed',
      number
    >;
    child.send('stop');
    const { counts, cpuSeconds, rssMb } = await nextMessage<ServerReport>(child);
    const sums = await sql<{
      n: number;
    }>`select coalesce(sum(views), 0)::bigint as n from view_count`.execute(db);
    return {
      perSecond,
      perCpuSecond: answered / cpuSeconds,
      failed,
      counted: counts.counted,
      written: sums.rows[0]?.n ?? 0,
      rssMb,
    };
  } finally {
    child.kill();
  }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function timeOf(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** A ranking of today and the week, the list made of it, a page's look at it, and a flush of 5 000 articles. */
export async function benchRanking(db: Db, articles: number): Promise<RankingFigures> {
  const now = systemClock();
  await fillReads(db, articles, now);
  const aNode = () => {
    const popular = createPopular({ db, log, now: systemClock });
    const state = () => ({ status: 'live' as const, connections: 1, since: now });
    popular.listenTo({ state, subscribe: () => () => undefined });
    return popular;
  };
  const rankMs = await timeOf(9, () => aNode().top({ edition: 'en' }));
  const popular = aNode();
  await popular.top({ edition: 'en' });
  const listMs = await timeOf(21, () => {
    popular.changed('all');
    return popular.top({ edition: 'en' });
  });
  const topMs = await timeOf(2001, () => popular.top({ edition: 'en' }));
  const counter = createViewCounter({ db, log, now: systemClock });
  const flushMs = await timeOf(9, () => {
    for (let id = 1; id <= Math.min(articles, 5000); id += 1) counter.add(id);
    return counter.flush();
  });
  return { articles, rankMs, listMs, topUs: topMs * 1000, flushMs };
}

/** Both, on a PostgreSQL of its own in a temporary folder, as Markdown. */
export async function benchPopular(sizes: readonly number[], seconds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-popular-bench-'));
  const postgres = await openEmbeddedPostgres({ dataFolder: folder, holder: 'paper', say: () => undefined });
  const db = createDatabase(postgres.target, { statementTimeoutMs: 0, name: 'dateline bench' });
  try {
    const pool = createPool(postgres.target);
    await migrate(pool, join(PROGRAM_FOLDER, 'migrations'));
    await pool.end();
    const rankings: RankingFigures[] = [];
    for (const size of sizes) rankings.push(await benchRanking(db, size));
    return toMarkdown(await benchBeacons(db, postgres.target, seconds), rankings);
  } finally {
    await db.destroy();
    await postgres.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const toMarkdown = (beacons: BeaconFigures, rankings: RankingFigures[]): string =>
  [
    `Beacons: ${beacons.perSecond.toFixed(0)} /s, ${beacons.perCpuSecond.toFixed(0)} per second of CPU, ${beacons.failed} failed, ${beacons.counted} counted, ${beacons.written} written, ${beacons.rssMb.toFixed(0)} MB (${pinning()})`,
    '',
    '| articles | rank and list ms | list ms | a page’s look µs | flush of 5 000 ms |',
    '|---|---|---|---|---|',
    ...rankings.map(
      (row) =>
        `| ${row.articles} | ${row.rankMs.toFixed(1)} | ${row.listMs.toFixed(1)} | ${row.topUs.toFixed(1)} | ${row.flushMs.toFixed(1)} |`,
    ),
  ].join('\n');

if (import.meta.main) process.stdout.write(`${await benchPopular([1000, 10_000, 100_000], 8)}\n`);
