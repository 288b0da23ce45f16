import { type Asked, type AskedPage, askForPages } from './askers.ts';
import { differencesOf, readPaperState, takeUndisturbed } from './paper-state.ts';
import { handOver } from './providers.ts';
import { type RoundResult, runRound } from './round.ts';
import { makeRoundCopy, type StoryCopy } from './round-copy.ts';
import { seeded } from './seeded.ts';
import { listUnfindable, until, untilJobsDone } from './settle.ts';
import { type Stage, setStage } from './stage.ts';
import { TARGETS, type Target } from './strike.ts';

export type Faults = {
  seed: number;
  targets?: readonly Target[];
  /** Of each target. */
  rounds: number;
  /** Stories that come in during each round. */
  stories: number;
  /** Told what happens, in sentences. */
  say: (sentence: string) => void;
};

export type FaultsRow = { target: Target; asked: Asked; rounds: RoundResult[] };
export type FaultsReport = { rows: FaultsRow[]; wrong: string[] };

/**
 * Runs the paper on two web nodes and a worker through rounds in which one of them, or PostgreSQL, is killed, or a node cut
 * off from the database, at moments that the seed decides; then holds what is there against a paper that had no faults.
 */
export async function runFaults({
  seed,
  targets = TARGETS,
  rounds,
  stories,
  say,
}: Faults): Promise<FaultsReport> {
  const random = seeded(seed);
  const stage = await setStage();
  try {
    const steady = await foundStories(stage);
    const rows: FaultsRow[] = [];
    for (const target of targets) {
      const results: RoundResult[] = [];
      const askers = askForPages(stage.nodes, steady.pages);
      try {
        for (let index = 0; index < rounds; index += 1) {
          const strikeAfterMs = 150 + random() * 1700;
          const cutMs = 1000 + random() * 2000;
          const name = `${target}-${index}`;
          const when = { strikeAfterMs, cutMs, other: index % 2 === 1 };
          const result = await runRound(stage, { target, name, stories, ...when, ...steady });
          results.push(result);
          const [at, away, taken] = [strikeAfterMs, result.awayMs, result.takenAfterMs].map(Math.round);
          say(`${name}: struck after ${at} ms, away for ${away} ms, all copy taken ${taken} ms after that.`);
        }
      } finally {
        await askers.stop();
      }
      rows.push({ target, asked: askers.asked, rounds: results });
    }
    const all = [...steady.copy, ...rows.flatMap((row) => row.rounds.flatMap((round) => round.stories))];
    return { rows, wrong: [...wrongsOf(rows), ...(await holdAgainstTwin(stage, all)), ...stage.errors()] };
  } finally {
    await stage.close();
  }
}

const wrongsOf = (rows: FaultsRow[]): string[] =>
  rows.flatMap(({ asked, rounds }) => [...asked.wrong, ...rounds.flatMap(({ wrong }) => wrong)]);

type Steady = { copy: StoryCopy[]; articles: number[]; pages: AskedPage[] };

/** Stories that stand there from the beginning: what is read and asked for, and one that was killed. */
async function foundStories(stage: Stage): Promise<Steady> {
  const copy = makeRoundCopy({ round: 'steady', stories: 10, now: new Date() })
    .filter(({ fate }) => fate !== 'embargoed')
    .map((story): StoryCopy => ({ ...story, way: 'agency' }));
  await handOver(stage, copy, { overMs: 0, onKilled: () => {} });
  const live = await listArticles(stage, 'live');
  const killed = await listArticles(stage, 'killed');
  const pages = [
    ...['/', '/world', '/latest', '/feeds/latest.rss', '/subscribe'].map((path) => ({ path, status: 200 })),
    ...live.slice(0, 3).map(({ path }) => ({ path, status: 200 })),
    ...killed.map(({ path }) => ({ path, status: 410 })),
  ];
  for (const { origin } of stage.nodes)
    for (const { path, status } of pages)
      await until(`${path} answers ${status}`, async () => (await fetch(origin + path)).status === status);
  return { copy, articles: live.map(({ id }) => id), pages };
}

const listArticles = ({ db }: Stage, status: 'live' | 'killed') =>
  db.selectFrom('article').select(['id', 'path']).where('status', '=', status).orderBy('id').execute();

/** No job is left, and every story is there as it is in a paper that took the same copy in undisturbed. */
async function holdAgainstTwin(stage: Stage, copy: StoryCopy[]): Promise<string[]> {
  const stuck = await untilJobsDone(stage).then(
    () => [],
    (thrown: unknown) => [String(thrown)],
  );
  await takeUndisturbed(stage.twin, copy);
  const differences = differencesOf(await readPaperState(stage.db), await readPaperState(stage.twin));
  return [...stuck, ...differences, ...(await listUnfindable(stage))];
}
