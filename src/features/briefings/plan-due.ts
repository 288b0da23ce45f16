import { z } from 'zod';
import { listEditions } from '#features/taxonomy/taxonomy.ts';
import { type Clock, systemClock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { defineJob, handle, type JobHandler } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import { forgetAskedLetters } from './asked-letters.repo.ts';
import { ensureLists } from './ensure-lists.ts';
import { forgetHandovers } from './letter-handovers.repo.ts';
import { dueSlot } from './morning.ts';
import { planBriefing } from './plan-briefing.ts';
import { findSlot } from './sends.repo.ts';
import { forgetUnconfirmed } from './subscribers.repo.ts';

/** Comes round every few minutes; looks which edition's morning it is. */
export const planBriefings = defineJob(
  'plan-briefings',
  z.object({}).transform(() => ({})),
);

/** Every five minutes: an hour that falls between two looks is found by the next. */
export const BRIEFING_SCHEDULE = { cron: '*/5 * * * *', job: planBriefings };

/** The moment of grace of a briefing that nobody watches: long enough for a page to be taken back, and for a look. */
const GRACE_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;
const UNCONFIRMED_DAYS = 14;

type PlanDue = { db: Db; log: Log; clock?: Clock };

export function planBriefingsHandler(options: PlanDue): JobHandler {
  return handle(planBriefings, () => planDueBriefings(options));
}

/** Plans the briefing of every edition whose hour has come and that has none for this day; safe to run at any time, on any node. */
export async function planDueBriefings({ db, log, clock = systemClock }: PlanDue): Promise<void> {
  const now = clock();
  const editions = await listEditions(db);
  for (const list of await ensureLists(db, now)) {
    const edition = editions.find(({ code }) => code === list.edition);
    const slot = edition && list.enabled ? dueSlot(now, edition.zone, list.hour) : undefined;
    if (!slot || (await findSlot(db, { list_id: list.id, kind: 'briefing', slot }))) continue;
    try {
      const notBefore = new Date(now.getTime() + GRACE_MS);
      const planned = await planBriefing(db, { list, now, notBefore, slot, madeBy: 'schedule' });
      if (planned) {
        const fields = { send: planned.send.id, edition: list.edition, readers: planned.readers };
        log.info(fields, 'a briefing is planned and leaves in five minutes');
      }
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      log.debug({ edition: list.edition, reason: thrown.message }, 'no briefing is planned');
    }
  }
  await forgetUnconfirmed(db, new Date(now.getTime() - UNCONFIRMED_DAYS * DAY_MS));
  await forgetAskedLetters(db, new Date(now.getTime() - 2 * DAY_MS));
  // Jobs are given up long before.
  await forgetHandovers(db, new Date(now.getTime() - 30 * DAY_MS));
}
