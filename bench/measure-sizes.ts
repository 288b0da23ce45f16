import { join } from 'node:path';
import { sql } from 'kysely';
import { type DatabaseTarget, type Db, toDatabaseUrl } from '#platform/database.ts';
import { pin } from './cache/pinned-process.ts';
import { createRandom } from './copy/random.ts';
import { measureGone } from './measure/gone.ts';
import { closeDoor, type Door, type IntakeAmounts, measureIntake } from './measure/intake.ts';
import { countQueries, type Effort, listPageKinds, measurePage, type PageFigures } from './measure/pages.ts';
import { measureVisible } from './measure/visible.ts';
import { foundPaper, publishStories, settleDatabase } from './paper/build-paper.ts';
import { type PaperNode, startNode } from './paper/run-node.ts';
import type { SizeFigures } from './report/figures.ts';

/** How much is measured: sizes of the archive, rounds and their seconds, items, tries. */
export type Amounts = {
  sizes: number[];
  pages: Effort;
  intake: IntakeAmounts;
  visible: number;
  starts: number;
};

export const FULL: Amounts = {
  sizes: [1_000, 10_000],
  pages: { seconds: 1, rounds: 7 },
  intake: { single: 300, atOnce: 1_200, batch: 1_000, feeds: 8 },
  visible: 100,
  starts: 5,
};

export const QUICK: Amounts = {
  sizes: [300, 3_000],
  pages: { seconds: 0.4, rounds: 3 },
  intake: { single: 60, atOnce: 200, batch: 200, feeds: 2 },
  visible: 20,
  starts: 2,
};

type Bench = {
  db: Db;
  target: DatabaseTarget;
  dataFolder: string;
  amounts: Amounts;
  say: (sentence: string) => void;
};

/** Builds the paper size by size and measures each. */
export async function measureSizes(bench: Bench): Promise<SizeFigures[]> {
  const { db, dataFolder, amounts, say } = bench;
  const random = createRandom(20_260_101);
  const { source, token } = await foundPaper(db, dataFolder, random);
  const now = new Date();
  const figures: SizeFigures[] = [];
  let from = 0;
  for (const to of amounts.sizes) {
    const { items, seconds } = await publishStories(db, source, random, { from, to, now });
    say(
      `${to} articles: ${items} items in ${seconds.toFixed(1)} s (${(items / seconds).toFixed(0)} per second)`,
    );
    from = to;
    await settleDatabase(db);
    figures.push(await measureSize(bench, to, token));
  }
  closeDoor();
  return figures;
}

async function measureSize(bench: Bench, articles: number, token: string): Promise<SizeFigures> {
  const { db, target, dataFolder, say } = bench;
  const shared = { DATABASE_URL: toDatabaseUrl(target), BLOB_URL: `file://${join(dataFolder, 'media')}` };
  const nodes: PaperNode[] = [];
  try {
    const first = await startNode({ ...shared, DATELINE_DATA: join(dataFolder, 'node-a') });
    nodes.push(first);
    await untilIdle(db);
    pin(first.process, 0);
    const kinds = await listPageKinds(db);
    const pages: PageFigures[] = [];
    for (const kind of kinds) {
      say(`${articles} articles: ${kind.name} …`);
      pages.push(await measurePage(first, kind, bench.amounts.pages));
    }
    const article = kinds.find(({ name }) => name === 'article');
    const queries = article ? await countQueries(db, first, article) : Number.NaN;
    nodes.push(
      await startNode({ ...shared, DATELINE_DATA: join(dataFolder, 'node-b'), DATELINE_ROLE: 'web' }),
    );
    return { articles, pages, queries, ...(await measureCopy(bench, articles, token, nodes)) };
  } finally {
    for (const node of nodes) await node.stop();
  }
}

/** Numbers of stories that no archive reaches. */
const NEW_STORIES = 1_000_000;

async function measureCopy(
  { amounts, say }: Bench,
  articles: number,
  token: string,
  nodes: PaperNode[],
): Promise<Pick<SizeFigures, 'intake' | 'visible' | 'gone'>> {
  const [first, second] = nodes;
  if (!first || !second) throw new Error('two nodes are needed');
  const door: Door = { origin: first.origin, source: 'agency', token };
  const random = createRandom(articles);
  say(`${articles} articles: push to page …`);
  const named = [
    { name: 'the one pushed to', origin: first.origin },
    { name: 'another', origin: second.origin },
  ];
  const firstNumber = NEW_STORIES + articles * 10;
  const visible = await measureVisible({ door, nodes: named, tries: amounts.visible }, random, firstNumber);
  say(`${articles} articles: kill to gone …`);
  const killed = firstNumber + amounts.visible;
  const gone = await measureGone({ door, nodes: named, tries: amounts.visible }, random, killed);
  say(`${articles} articles: intake …`);
  const intake = await measureIntake(door, random, killed + amounts.visible, amounts.intake);
  return { visible, gone, intake };
}

/** Waits until the jobs that publishing left behind are done. */
async function untilIdle(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ left: number }>`
      select count(*) as left from graphile_worker._private_jobs where attempts < max_attempts`.execute(db);
    if ((rows[0]?.left ?? 0) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
