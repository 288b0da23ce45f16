import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { z } from 'zod';
import { messageOf } from '#lib/errors.ts';
import { type Db, isConnectionFailure } from './database.ts';

/** Work done after a transaction: a name that stays the same for ever, and what its payload must look like. */
export type Job<Payload> = { name: string; payload: z.ZodType<Payload> };

export type JobContext = {
  /** The same on every try of one job, and no other's ever. */
  id: string;
  /** 1 on the first try. */
  attempt: number;
  /** Set when the worker must stop soon. */
  signal: AbortSignal | undefined;
};

/** A job with the code that does it. Idempotent: it may run twice, and again after it threw. */
export type JobHandler = { name: string; run: (payload: unknown, context: JobContext) => Promise<void> };

export type EnqueueOptions = {
  runAt?: Date;
  /** A waiting job of the same key is replaced rather than doubled. */
  jobKey?: string;
  /** With `jobKey`: a job that waits keeps the time it was to run at, so that a stream of calls cannot push it away. */
  keepRunAt?: boolean;
  /** Tries before it is left for a person to look at; each waits longer (e^n seconds). */
  maxAttempts?: number;
};

/** As the log of `platform/log.ts`. */
export type JobLog = Record<'debug' | 'warn' | 'error', (fields: object, message: string) => void>;

export type WorkerOptions = {
  pool: pg.Pool;
  handlers: JobHandler[];
  log: JobLog;
  concurrency?: number;
  /** Jobs that come round: crontab fields in UTC, such as `0 4 * * *`. Times missed while nothing ran are left out. */
  schedule?: { cron: string; job: Job<Record<string, never>> }[];
  /** True where no other process can be working on this queue: what was left locked is free at once. */
  alone?: boolean;
};

export type RunningWorker = {
  /** Takes no new job and waits for those at work. */
  stop: () => Promise<void>;
};

export const defineJob = <Payload>(name: string, payload: z.ZodType<Payload>): Job<Payload> => ({
  name,
  payload,
});

/** Binds a job to its code; the payload is parsed again, since an older release may have written it. */
export function handle<Payload>(
  job: Job<Payload>,
  work: (payload: Payload, context: JobContext) => Promise<void>,
): JobHandler {
  return { name: job.name, run: async (payload, context) => work(job.payload.parse(payload), context) };
}

/** Adds a job in the transaction of `db`: it runs only if that commits. Throws where the payload is not the job's. */
export async function enqueue<Payload>(
  db: Db,
  job: Job<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const mode = options.keepRunAt ? 'preserve_run_at' : 'replace';
  await sql`select graphile_worker.add_job(
    ${job.name}::text,
    payload => ${JSON.stringify(job.payload.parse(payload))}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::int,
    job_key => ${options.jobKey ?? null}::text,
    job_key_mode => ${mode}::text)`.execute(db);
}

/** Adds a job for each payload, in one statement; otherwise as `enqueue`. */
export async function enqueueAll<Payload>(
  db: Db,
  job: Job<Payload>,
  payloads: Payload[],
  options: Pick<EnqueueOptions, 'maxAttempts'> = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const texts = payloads.map((payload) => JSON.stringify(job.payload.parse(payload)));
  // One call for all: a call of add_job each cost a tenth of what taking in an item does.
  await sql`/* prepare add_jobs */ select graphile_worker.add_jobs(array(
    select row(${job.name}::text, payload, null, null, ${options.maxAttempts ?? null}::smallint, null, null, null)::graphile_worker.job_spec
    from unnest(${texts}::json[]) as payload))`.execute(db);
}

function toTaskList(handlers: JobHandler[]): TaskList {
  const tasks = handlers.map(({ name, run: work }) => {
    const task: TaskList[string] = (payload, helpers) =>
      work(payload, { id: helpers.job.id, attempt: helpers.job.attempts, signal: helpers.abortSignal });
    return [name, task] as const;
  });
  return Object.fromEntries(tasks);
}

/**
 * Without these graphile-worker does not wait for its own notes on how a job ended: a worker that is stopped could leave
 * a job that is done marked as at work.
 */
const AWAIT_RESULTS = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

const toLogger = (log: JobLog): Logger =>
  new Logger((scope) => (level, message, meta) => {
    const fields = { part: 'jobs', job: scope.taskIdentifier, jobId: scope.jobId };
    // A database that is away is tried again, and nothing that a person should look at here.
    const away = isConnectionFailure(meta?.error ?? meta?.fatalError);
    if (level === 'error' && !away) log.error(fields, message);
    else if (level === 'error' || level === 'warning') log.warn(fields, message);
    else log.debug(fields, message);
  });

/** A job must end within this time. */
const ABANDONED_AFTER = '10 minutes';
/** Between taking its first jobs and holding its lock, a worker has none; so has one that lost its connection for a moment. */
const DEAD_AFTER = '5 seconds';
const LOOK_FOR_DEAD_MS = 5000;
const BEGIN_AGAIN_MS = 5000;

/** 'jobs' in ASCII: the class of the advisory locks that living workers hold, each by the hash of its name. */
const WORKER_LOCK = 0x6a6f6273;

/**
 * Frees the jobs that nobody works on any more: those whose worker is dead, since the lock of its name is free, and those
 * of any worker that took too long. The queue by itself would wait for four hours before it believes either.
 */
async function freeJobs(pool: pg.Pool, own: string, { alone }: { alone: boolean }): Promise<void> {
  await pool.query(
    `with taken as (
       select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
       union all select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null),
     lost as (
       select locked_by from taken
        group by locked_by
       having min(locked_at) <= now() - $1::interval
           or locked_by <> $4 and ($5 or min(locked_at) <= now() - $2::interval
             and pg_try_advisory_xact_lock($3, hashtext(locked_by))))
     select graphile_worker.force_unlock_workers(array(select locked_by from lost))`,
    [ABANDONED_AFTER, DEAD_AFTER, WORKER_LOCK, own, alone],
  );
}

/** Holds a lock on the worker's name for as long as it hears of new jobs, on the connection on which it does. */
function markAlive(events: WorkerEvents, log: JobLog): void {
  events.on('pool:listen:success', ({ workerPool, client }) => {
    // Once LISTEN, which the queue sends first, is answered.
    client.once('drain', () => {
      client
        .query('select pg_advisory_lock($1, hashtext($2))', [WORKER_LOCK, workerPool.id])
        .catch((thrown: unknown) =>
          log.warn({ reason: messageOf(thrown) }, 'a worker could not mark itself as living'),
        );
    });
  });
}

/** The running queue and the name under which it takes jobs. */
type Queue = { runner: Runner; name: string };

async function beginQueue(options: WorkerOptions): Promise<Queue> {
  const { pool, log, schedule = [], concurrency = 4 } = options;
  const events: WorkerEvents = new EventEmitter();
  let name = '';
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id;
  });
  markAlive(events, log);
  const runner = await run({
    pgPool: pool,
    events,
    taskList: toTaskList(options.handlers),
    parsedCronItems: parseCronItems(
      schedule.map(({ cron, job }) => ({ match: cron, task: job.name, options: { backfillPeriod: 0 } })),
    ),
    concurrency,
    // New jobs are announced; this only finds those that wait for their time.
    pollInterval: 1000,
    noHandleSignals: true,
    // A burst of publications brings a burst of small jobs, of which several are fetched at a time.
    preset: { worker: { ...AWAIT_RESULTS.worker, localQueue: { size: concurrency * 3 } } },
    logger: toLogger(log),
  });
  return { runner, name };
}

/**
 * Works on jobs until stopped. A job must end within ten minutes, or another worker may begin it again; one whose worker
 * dies is begun again after some seconds. Where the queue cannot write down how a job ended, since the database went away at
 * that moment, it gives up by itself (graphile-worker 0.17 does not try twice); it is then begun anew.
 */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { pool, log, alone = false } = options;
  const stopping = new AbortController();
  let queue = await beginQueue(options);
  const free = (how: { alone: boolean }) =>
    freeJobs(pool, queue.name, how).catch((thrown: unknown) =>
      log.warn({ reason: messageOf(thrown) }, 'looking for abandoned jobs failed'),
    );
  await free({ alone });
  const timer = setInterval(() => void free({ alone: false }), LOOK_FOR_DEAD_MS);
  timer.unref();
  const keepRunning = async () => {
    while (!stopping.signal.aborted) {
      try {
        await queue.runner.promise;
      } catch (thrown) {
        log.warn({ reason: messageOf(thrown) }, 'the queue of jobs ended');
      }
      await pause(BEGIN_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      log.warn({}, 'the queue of jobs ended by itself and is begun anew');
      await pool.query('select graphile_worker.force_unlock_workers($1)', [[queue.name]]).catch(() => {});
      queue = await beginQueue(options).catch(() => queue);
      if (stopping.signal.aborted) await queue.runner.stop().catch(() => {});
    }
  };
  const kept = keepRunning();
  return {
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await queue.runner.stop().catch(() => {});
      await kept;
    },
  };
}

/** Runs what is due until nothing is left, then returns: for a command without a paper beside it, and for tests. */
export async function drainJobs(pool: pg.Pool, handlers: JobHandler[], log: JobLog): Promise<void> {
  await runOnce({
    pgPool: pool,
    taskList: toTaskList(handlers),
    preset: AWAIT_RESULTS,
    logger: toLogger(log),
    noHandleSignals: true,
  });
}
