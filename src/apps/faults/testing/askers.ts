import { setTimeout as pause } from 'node:timers/promises';
import { readMetric } from './metrics.ts';
import type { PaperProcess } from './paper-process.ts';

export type Asked = {
  asked: number;
  answered: number;
  /** Not there at that moment because a kill or a reconnection had just withdrawn the bytes, as it must. */
  withdrawn: number;
  /** Longest time in which a living node gave no good answer, in milliseconds. */
  longestGapMs: number;
  wrong: string[];
};

export type Askers = { asked: Asked; stop: () => Promise<void> };

const EVERY_MS = 20;
const SAMPLE_MS = 50;
const HARD = 'dateline_page_purges_total{kind="hard"}';

/** A page, and the status that it must be answered with. */
export type AskedPage = { path: string; status: number };

/**
 * Asks each living node for pages that it has in memory, one after the other and on and on: every ask must be answered. Only
 * where bytes were purged hard since the last good answer may a page be missing, for as long as the database is away.
 */
export function askForPages(nodes: PaperProcess[], pages: AskedPage[]): Askers {
  const asked: Asked = { asked: 0, answered: 0, withdrawn: 0, longestGapMs: 0, wrong: [] };
  const stopping = new AbortController();
  const work = nodes.map((node) => askNode(node, pages, asked, stopping.signal));
  return {
    asked,
    stop: async () => {
      stopping.abort();
      await Promise.all(work);
    },
  };
}

async function askNode(
  node: PaperProcess,
  pages: AskedPage[],
  asked: Asked,
  signal: AbortSignal,
): Promise<void> {
  /** By page: how many hard purges the node counted before its last good answer. */
  const purgesBefore = new Map<string, number>();
  let purges = 0;
  let sampleAt = 0;
  let goodAt = performance.now();
  for (let turn = 0; !signal.aborted; turn += 1) {
    await pause(EVERY_MS);
    const page = pages[turn % pages.length];
    if (!page || !node.alive) {
      purgesBefore.clear();
      goodAt = performance.now();
      continue;
    }
    if (performance.now() > sampleAt) {
      purges = (await readMetric(node, HARD)) ?? purges;
      sampleAt = performance.now() + SAMPLE_MS;
    }
    const status = await statusOf(node, page.path);
    if (!node.alive) continue;
    asked.asked += 1;
    if (status === page.status) {
      asked.answered += 1;
      purgesBefore.set(page.path, purges);
      asked.longestGapMs = Math.max(asked.longestGapMs, performance.now() - goodAt);
      goodAt = performance.now();
      continue;
    }
    const before = purgesBefore.get(page.path);
    const now = await readMetric(node, HARD);
    if (status === 503 && (before === undefined || (now ?? 0) > before)) asked.withdrawn += 1;
    else asked.wrong.push(`${page.path} answers ${status} on ${node.origin}`);
  }
}

const statusOf = (node: PaperProcess, path: string): Promise<number | string> =>
  fetch(node.origin + path, { signal: AbortSignal.timeout(20_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    (thrown: unknown) => String(thrown),
  );
