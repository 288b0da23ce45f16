import { sql } from 'kysely';
import type { Registry } from 'prom-client';
import type { Db } from './database.ts';
import { observeFigures } from './http/figures.ts';

type JobFigures = { task: string; waiting: number; failed: number; overdue: number };

/** Jobs by task: those that wait (for their time, a worker or another try), those given up, and how late the latest is, in seconds. */
const listJobFigures = async (db: Db): Promise<JobFigures[]> => {
  const { rows } = await sql<JobFigures>`
    select task_identifier as task,
      count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts >= max_attempts and locked_at is null)::int as failed,
      coalesce(extract(epoch from max(now() - run_at) filter (
        where attempts < max_attempts and locked_at is null and run_at < now())), 0)::float8 as overdue
    from graphile_worker.jobs group by task_identifier`.execute(db);
  return rows;
};

/** Shows the work that waits behind the paper in the metrics. */
export const observeJobs = (registry: Registry, db: Db): void => {
  const labelNames = ['task'];
  observeFigures(
    registry,
    [
      { name: 'dateline_jobs_waiting', help: 'Jobs that wait or are at work', labelNames },
      { name: 'dateline_jobs_failed', help: 'Jobs that were given up after their last try', labelNames },
      { name: 'dateline_jobs_overdue_seconds', help: 'How late the latest waiting job is', labelNames },
    ],
    async () => {
      const rows = await listJobFigures(db);
      const of = (key: 'waiting' | 'failed' | 'overdue') =>
        rows.map((row) => ({ labels: { task: row.task }, value: row[key] }));
      return {
        dateline_jobs_waiting: of('waiting'),
        dateline_jobs_failed: of('failed'),
        dateline_jobs_overdue_seconds: of('overdue'),
      };
    },
  );
};
