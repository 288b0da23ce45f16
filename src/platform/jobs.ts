import { Logger, parseCronItems, run, runOnce, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { z } from 'zod';
import type { Db } from './database.ts';

/** Work done after a transaction: a name that stays the same for ever, and what its payload must look like. */
export type Job<Payload> = { name: string; payload: z.ZodType<Payload> };

export type JobContext = {
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
  /** Jobs of one queue run one after the other. */
  queue?: string;
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
  /** Settles when the worker ends; rejects where it ended by itself. */
  ended: Promise<void>;
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
    queue_name => ${options.queue ?? null}::text,
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
  await sql`/* prepare add_jobs */ select graphile_worker.add_job(
    ${job.name}::text, payload => payload, max_attempts => ${options.maxAttempts ?? null}::int)
    from unnest(${texts}::json[]) as payload`.execute(db);
}

function toTaskList(handlers: JobHandler[]): TaskList {
  const tasks = handlers.map(({ name, run: work }) => {
    const task: TaskList[string] = (payload, helpers) =>
      work(payload, { attempt: helpers.job.attempts, signal: helpers.abortSignal });
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
  new Logger((scope) => (level, message) => {
    const fields = { part: 'jobs', job: scope.taskIdentifier, jobId: scope.jobId };
    if (level === 'error') log.error(fields, message);
    else if (level === 'warning') log.warn(fields, message);
    else log.debug(fields, message);
  });

/** A worker that was killed leaves its jobs locked, and the queue would wait four hours before it believes that. */
const ABANDONED_AFTER = '10 minutes';
const LOOK_FOR_ABANDONED_MS = 120_000;

async function freeAbandonedJobs(pool: pg.Pool, after: string): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select locked_by from graphile_worker._private_jobs where locked_at <= now() - $1::interval
       union select locked_by from graphile_worker._private_job_queues where locked_at <= now() - $1::interval))`,
    [after],
  );
}

/** Works on jobs until stopped. A job must end within ten minutes, or another worker may begin it again. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { pool, log, schedule = [], concurrency = 4 } = options;
  await freeAbandonedJobs(pool, options.alone ? '0' : ABANDONED_AFTER);
  const runner = await run({
    pgPool: pool,
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
  const timer = setInterval(() => {
    freeAbandonedJobs(pool, ABANDONED_AFTER).catch((error: unknown) =>
      log.warn({ error }, 'looking for abandoned jobs failed'),
    );
  }, LOOK_FOR_ABANDONED_MS);
  timer.unref();
  const ended = runner.promise.finally(() => clearInterval(timer));
  ended.catch(() => {});
  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop();
    },
    ended,
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
