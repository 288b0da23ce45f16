import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type pg from 'pg';
import type { Db } from '#platform/database.ts';
import { stopGracefully } from '#platform/http/graceful-stop.ts';
import { createMetrics, metricsResponse } from '#platform/http/metrics.ts';
import { listen, type RunningServer } from '#platform/http/serve.ts';
import { healthApi, type Readiness } from './health.api.ts';
import { observeWork } from './observe-work.ts';

export type HealthOptions = { host: string; port: number; db: Db; pool: pg.Pool; readiness: Readiness };

const STOP_WITHIN_MS = 2000;

/** A worker without a web node answers `/healthz`, `/readyz` and `/metrics` here, and nothing else. */
export async function startHealth(
  options: HealthOptions,
): Promise<RunningServer & { stop: () => Promise<void> }> {
  const { host, port, db, pool, readiness } = options;
  const metrics = createMetrics();
  observeWork(metrics, { db, pool });
  const app = new Hono()
    .route('/', healthApi({ db, readiness }))
    .get('/metrics', () => metricsResponse(metrics));
  const running = await listen(getRequestListener(app.fetch), host, port);
  const stop = async () => {
    await stopGracefully({ server: running.server, closeStreams: () => {}, deadlineMs: STOP_WITHIN_MS });
  };
  return { ...running, stop };
}
