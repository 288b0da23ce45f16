import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { type Comparison, compareWithBare, median } from '../cache/compare-with-bare.ts';
import { cpuMicroseconds } from '../cache/cpu-time.ts';
import { runLoad } from '../cache/pinned-process.ts';
import type { PaperNode } from '../paper/run-node.ts';

export type Effort = { seconds: number; rounds: number };

export type Uncached = {
  perSecond: number;
  p99Ms: number;
  failed: number;
  /** CPU time of the paper's process per answer, milliseconds. */
  cpuMs: number | undefined;
};

export type PageFigures = { name: string; cached: Comparison; uncached: Uncached };

/** Kinds of page with the paths that stand for them; several where the cost depends on which one. */
export type PageKind = { name: string; paths: string[] };

/** The newest articles that readers see, all with their own path. */
export async function listPageKinds(db: Db): Promise<PageKind[]> {
  const articles = await db.selectFrom('listed_article').select('path').orderBy('id').limit(200).execute();
  return [
    { name: 'front', paths: ['/'] },
    { name: 'article', paths: articles.map(({ path }) => path) },
    { name: 'section', paths: ['/world'] },
    { name: 'feed', paths: ['/feeds/latest.rss'] },
  ];
}

const CACHED_CONNECTIONS = 32;
const UNCACHED_CONNECTIONS = 8;
/** What browsers send. */
const ENCODING = 'gzip, deflate, br, zstd';

/** Measures a kind of page from the cache beside `node:http`, and past the cache. */
export async function measurePage(node: PaperNode, kind: PageKind, effort: Effort): Promise<PageFigures> {
  const cached = await compareWithBare({
    name: kind.name,
    url: node.origin + (kind.paths[0] ?? '/'),
    child: node.process,
    head: 'same',
    encoding: ENCODING,
    connections: CACHED_CONNECTIONS,
    ...effort,
  });
  return { name: kind.name, cached, uncached: await measureUncached(node, kind, effort) };
}

/** Asks for pages past the cache, several rounds; the median of each figure. */
export async function measureUncached(node: PaperNode, kind: PageKind, effort: Effort): Promise<Uncached> {
  const load = new URL('./uncached-load.ts', import.meta.url).pathname;
  const args = [load, node.origin, String(UNCACHED_CONNECTIONS)];
  const rounds: Uncached[] = [];
  // The first round warms up and is not counted.
  for (let round = 0; round <= effort.rounds; round += 1) {
    const before = cpuMicroseconds(node.process.pid);
    const sample = JSON.parse(await runLoad([...args, String(Math.ceil(effort.seconds)), ...kind.paths]));
    const after = cpuMicroseconds(node.process.pid);
    const cpuMs =
      before === undefined || after === undefined ? undefined : (after - before) / 1000 / sample.answers;
    if (round > 0) rounds.push({ ...sample, cpuMs });
  }
  const cpu = rounds.map(({ cpuMs }) => cpuMs).filter((value) => value !== undefined);
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
    cpuMs: cpu.length > 0 ? median(cpu) : undefined,
  };
}

const QUERY_SAMPLES = 300;
/** PostgreSQL gathers its counts for up to a second before others can see them. */
const STATISTICS_MS = 1_500;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function countTransactions(db: Db): Promise<number> {
  await pause(STATISTICS_MS);
  const { rows } = await sql<{ count: number }>`
    select xact_commit as count from pg_stat_database where datname = current_database()`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Queries that a page makes: each is a transaction of its own, and PostgreSQL counts those. */
export async function countQueries(db: Db, node: PaperNode, kind: PageKind): Promise<number> {
  const rest = await countTransactions(db);
  const before = await countTransactions(db);
  for (let index = 0; index < QUERY_SAMPLES; index += 1) {
    const path = kind.paths[index % kind.paths.length] ?? '/';
    const answer = await fetch(node.origin + path, { headers: { authorization: 'Basic YmVuY2g6YmVuY2g=' } });
    await answer.arrayBuffer();
  }
  const after = await countTransactions(db);
  // What else goes on (jobs, watched folders) was counted for as long a while before.
  return Math.max(0, after - before - (before - rest)) / QUERY_SAMPLES;
}
