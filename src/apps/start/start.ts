import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { decideDemo, loadDemo } from '#demo/load-demo.ts';
import { listPublishedRecords } from '#features/articles/articles.ts';
import { createReceiveQueue, readAgain } from '#features/publishing/publishing.ts';
import { ensureEdition } from '#features/taxonomy/taxonomy.ts';
import { monotonicMs, systemClock } from '#lib/clock.ts';
import { openBlobStore } from '#platform/blob-store/blob-store.ts';
import { type Config, readConfig } from '#platform/config.ts';
import type { Db } from '#platform/database.ts';
import { createGuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { createLog, type Log } from '#platform/log.ts';
import { type OpenDatabase, openDatabase } from '#platform/open-database.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import type { Call } from '../cli/command.ts';
import { followRecord } from './article-reactions.ts';
import type { Readiness } from './health.api.ts';
import { logAlerts } from './log-alerts.ts';
import { startWeb } from './web.ts';
import { startWorker } from './worker.ts';
import { startHealth } from './worker-health.ts';

/** More than the demo edition has. */
const MOST_DEMO_STORIES = 500;

type Part = { stop: () => Promise<void> };

/** Runs the paper until it is told to stop, then lets everything finish what it has begun. */
export async function start({ say }: Call<Record<never, never>>): Promise<undefined> {
  const begun = monotonicMs();
  const config = readConfig();
  const log = createLog();
  const stopping = stopOnSignal();
  const database = await openDatabase(config, { holder: 'paper', say });
  const parts: Part[] = [];
  try {
    const demo = config.demo ? await decideDemo(database.db, systemClock()) : undefined;
    await ensureEdition(database.db);
    const readiness: Readiness = {
      waitingFor: new Set(demo?.state === 'loading' ? ['the demo edition'] : []),
    };
    parts.push(...(await startParts(config, database, readiness, log, say)));
    if (demo?.state === 'loading') await prepareDemo(config, database.db, demo.now, stopping.signal, log);
    if (!stopping.signal.aborted) {
      readiness.waitingFor.clear();
      log.info({ seconds: Number(((monotonicMs() - begun) / 1000).toFixed(2)) }, 'the paper can be read');
      await once(stopping.signal, 'abort');
    }
    log.info('stopping: finishing what has begun');
  } finally {
    // Last begun, first ended: the worker may not need the web node, but both need the database.
    for (const part of parts.toReversed()) await part.stop();
    await database.close();
  }
}

async function startParts(
  config: Config,
  { db, pool, target }: OpenDatabase,
  readiness: Readiness,
  log: Log,
  say: (sentence: string) => void,
): Promise<Part[]> {
  const receive = logAlerts(createReceiveQueue(db), log);
  const blobs = openBlobStore(config.blobUrl);
  const parts: Part[] = [];
  if (config.role !== 'worker') {
    // The folder behind the link: a build beside a running paper moves the link and leaves the files.
    const assetFolder = await realpath(join(PROGRAM_FOLDER, 'dist/client'));
    const web = await startWeb({ ...config, target, db, pool, blobs, assetFolder, receive, readiness, log });
    say(`The paper is at ${config.baseUrl} (listening on ${web.origin}).`);
    parts.push(web);
  }
  if (config.role !== 'web') {
    const fetch = createGuardedFetch({ baseUrl: config.baseUrl, privateSources: config.privateSources });
    const alone = config.role === 'all' && config.databaseUrl === undefined;
    parts.push(await startWorker({ ...config, pool, db, blobs, fetch, receive, alone, log }));
    const { healthPort } = config;
    if (config.role === 'worker' && healthPort !== undefined) {
      const health = await startHealth({ host: config.host, port: healthPort, db, pool, readiness });
      say(`The worker says how it is at ${health.origin} (/healthz, /readyz, /metrics).`);
      parts.push(health);
    }
  }
  return parts;
}

/** Loads the demo edition beside the running paper, which shows what is there already. */
async function prepareDemo(config: Config, db: Db, now: Date, signal: AbortSignal, log: Log): Promise<void> {
  const blobs = openBlobStore(config.blobUrl);
  log.info('loading the demo edition (DATELINE_DEMO=off starts with an empty paper)');
  const onProgress = (done: number, of: number) => {
    if (done % 20 === 0 || done === of) log.info({ done, of }, 'the demo edition is coming in');
  };
  await loadDemo(db, blobs, { folder: join(PROGRAM_FOLDER, 'src/demo'), now, signal, onProgress });
  // Not left to the jobs, which also make pictures: a paper that is ready has its diary, people and marked times.
  await readAgain(db, { signal });
  for (const { articleId } of await listPublishedRecords(db, { limit: MOST_DEMO_STORIES })) {
    if (signal.aborted) return;
    await followRecord(db, articleId);
  }
}

/** Aborts at the first SIGTERM or SIGINT; a second one ends the process at once. */
function stopOnSignal(): AbortController {
  const stopping = new AbortController();
  const first = () => {
    stopping.abort();
    process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  };
  process.once('SIGTERM', first).once('SIGINT', first);
  return stopping;
}
