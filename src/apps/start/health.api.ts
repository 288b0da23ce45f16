import { Hono } from 'hono';
import { type Db, isDatabaseUp } from '#platform/database.ts';
import type { NotificationListener } from '#platform/page-cache/notification-listener.ts';

/** What the paper still waits for before it can be read whole; empty when it is ready. */
export type Readiness = { waitingFor: Set<string> };

type HealthOptions = {
  db: Db;
  readiness: Readiness;
  /** Absent where nothing listens: a worker has no pages that could grow old. */
  listener?: NotificationListener;
};

const noStore = { 'cache-control': 'no-store' };

/** `/healthz`: the process answers. `/readyz`: the paper can be read whole and hears of changes; 503 and why where not. */
export function healthApi({ db, readiness, listener }: HealthOptions): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200, noStore))
    .get('/readyz', async (c) => {
      const reasons = [...readiness.waitingFor];
      if (listener && listener.state().status !== 'live')
        reasons.push('no word of changes from the database');
      if (!(await isDatabaseUp(db))) reasons.push('the database does not answer');
      if (reasons.length === 0) return c.json({ status: 'ready' }, 200, noStore);
      return c.json({ status: 'not ready', reasons }, 503, noStore);
    });
}
