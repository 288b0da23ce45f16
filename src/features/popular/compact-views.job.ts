import { z } from 'zod';
import type { Clock } from '#lib/clock.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { defineJob, handle, type JobHandler } from '#platform/jobs.ts';
import { DAY_MS } from './decay.ts';
import { forgetOldViews, moveHoursToDays } from './views.repo.ts';

/** Comes round every hour; what there is to do it does once a day. */
export const compactViews = defineJob('compact-views', z.object({}));

/** Hours are needed for today's ranking only; of two days there are always whole ones. */
const HOURS_KEPT_DAYS = 2;
const DAYS_KEPT = 400;
/** No process waits a week for an answer. */
const BATCHES_KEPT_DAYS = 7;

/** Turns hours into days once they are two days old, so that the counts of a year stay small. */
export const compactViewsHandler = ({ db, now }: { db: Db; now: Clock }): JobHandler =>
  handle(compactViews, () => withTransaction(db, (trx) => compact(trx, now())));

async function compact(trx: Db, now: Date): Promise<void> {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const daysAgo = (days: number) => new Date(today - days * DAY_MS);
  await moveHoursToDays(trx, daysAgo(HOURS_KEPT_DAYS));
  await forgetOldViews(trx, { daysBefore: daysAgo(DAYS_KEPT), batchesBefore: daysAgo(BATCHES_KEPT_DAYS) });
}
