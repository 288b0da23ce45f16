import type pg from 'pg';
import type { Registry } from 'prom-client';
import { observeSends } from '#features/briefings/briefings.ts';
import { observeSources } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';
import { observeJobs } from '#platform/job-figures.ts';
import { observePool } from '#platform/pool-figures.ts';

/** What goes on behind the paper, in the metrics of every process: each sees the same database. */
export function observeWork(registry: Registry, { db, pool }: { db: Db; pool: pg.Pool }): void {
  observePool(registry, pool);
  observeJobs(registry, db);
  observeSends(registry, db);
  observeSources(registry, { db });
}
