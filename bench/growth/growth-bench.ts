import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, createPool } from '#platform/database.ts';
import { openEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '#platform/migrate.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { measureUncached, type PageKind } from '../measure/pages.ts';
import { startNode } from '../paper/run-node.ts';
import { count, round, table } from '../report/figures.ts';
import { fillPaper } from '../search/fill-paper.ts';
import { bytesHeld } from './memory.ts';

/**
 * `npm run bench -- growth`: what pages cost past the cache in papers of 1 000, 10 000 and 100 000 articles, and what the
 * program and its PostgreSQL hold in memory afterwards. Each paper is built by PostgreSQL in a folder of its own.
 */
const SIZES = process.argv.slice(2).map(Number).filter(Boolean);
const EFFORT = { seconds: 3, rounds: 3 };
const MEGABYTE = 1024 * 1024;

const KINDS: PageKind[] = [
  { name: 'front', paths: ['/'] },
  { name: 'section', paths: ['/s1', '/s2', '/s3'] },
  { name: 'topic', paths: ['/topic/t1', '/topic/t7', '/topic/t77'] },
  { name: 'latest', paths: ['/latest'] },
  { name: 'most popular', paths: ['/most-popular'] },
  { name: 'corrections', paths: ['/corrections'] },
  { name: 'feed of all', paths: ['/feeds/latest.rss'] },
  { name: 'feed of a section', paths: ['/feeds/s1.atom'] },
  { name: 'news sitemap', paths: ['/news-sitemap.xml'] },
  { name: 'Korean latest', paths: ['/ko/latest'] },
];

type Row = { name: string; perSecond: number; cpuMs: number | undefined; failed: number };
type Size = { articles: number; rows: Row[]; idle: number | undefined; loaded: number | undefined };

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

async function measureSize(articles: number): Promise<Size> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-growth-'));
  // Root's PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  try {
    const pages = await fill(folder, articles);
    const node = await startNode({ DATELINE_DATA: folder });
    try {
      const pid = node.process.pid ?? 0;
      const idle = bytesHeld(pid);
      const rows: Row[] = [];
      for (const kind of [{ name: 'article', paths: pages }, ...KINDS]) {
        const { perSecond, cpuMs, failed } = await measureUncached(node, kind, EFFORT);
        rows.push({ name: kind.name, perSecond, cpuMs, failed });
        say(
          `${count(articles)} articles, ${kind.name}: ${count(perSecond)} a second${failed > 0 ? `, ${count(failed)} were no page` : ''}`,
        );
      }
      return { articles, rows, idle, loaded: bytesHeld(pid) };
    } finally {
      await node.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills the folder's own PostgreSQL; answers the addresses of articles that can be read. */
async function fill(dataFolder: string, articles: number): Promise<string[]> {
  const server = await openEmbeddedPostgres({ dataFolder, holder: 'paper', say });
  try {
    const pool = createPool(server.target);
    await migrate(pool, join(PROGRAM_FOLDER, 'migrations'));
    await pool.end();
    const db = createDatabase(server.target, { statementTimeoutMs: 0, name: 'dateline bench' });
    try {
      await fillPaper(db, articles);
      const listed = db.selectFrom('listed_article').select('path').where('edition', '=', 'en');
      return (await listed.orderBy('id', 'desc').limit(200).execute()).map(({ path }) => path);
    } finally {
      await db.destroy();
    }
  } finally {
    await server.close();
  }
}

function toReport(sizes: Size[]): string {
  const [smallest] = sizes;
  const names = smallest?.rows.map(({ name }) => name) ?? [];
  const rateOf = (size: Size | undefined, name: string) =>
    size?.rows.find((row) => row.name === name)?.perSecond ?? Number.NaN;
  const rows = names.map((name) => {
    const rates = sizes.map((size) => rateOf(size, name));
    const apart = Math.max(...rates) / Math.min(...rates);
    return [name, ...rates.map(count), `${round(apart, 2)} ×`, apart <= 1.5 ? 'met' : '**missed**'];
  });
  const megabytes = (bytes: number | undefined) =>
    bytes === undefined ? '–' : `${round(bytes / MEGABYTE)} MB`;
  const head = ['page, answers a second', ...sizes.map(({ articles }) => count(articles))];
  return [
    table([...head, 'apart', 'aim ≤ 1.5 ×'], rows),
    table(
      ['program and database hold', ...sizes.map(({ articles }) => count(articles)), 'aim'],
      [
        ['after the start', ...sizes.map(({ idle }) => megabytes(idle)), ''],
        ['after the load', ...sizes.map(({ loaded }) => megabytes(loaded)), '< 250 MB'],
      ],
    ),
    `Answers that were no page: ${sizes.flatMap(({ rows: list }) => list).reduce((sum, { failed }) => sum + failed, 0)}.`,
  ].join('\n\n');
}

const sizes: Size[] = [];
for (const articles of SIZES.length > 0 ? SIZES : [1_000, 10_000, 100_000])
  sizes.push(await measureSize(articles));
process.stdout.write(`${toReport(sizes)}\n`);
