import type { Db } from '#platform/database.ts';
import { getPartner } from './add-partner.ts';
import { listWaiting } from './deliveries.repo.ts';
import { updatePartner } from './partners.repo.ts';
import { enqueuePush } from './record-change.ts';

const PAGE = 500;

/** Pushes to a partner again, and queues all that it has missed. Answers how many articles that are. */
export async function resumePartner(db: Db, name: string): Promise<number> {
  const partner = await getPartner(db, name);
  await updatePartner(db, partner.id, { stopped: null, failing_since: null, failures: 0 });
  let queued = 0;
  for (let after = 0; ; ) {
    const waiting = await listWaiting(db, partner.id, { after, limit: PAGE });
    await db.transaction().execute(async (trx) => {
      for (const articleId of waiting) await enqueuePush(trx, partner.id, articleId);
    });
    queued += waiting.length;
    after = waiting.at(-1) ?? after;
    if (waiting.length < PAGE) return queued;
  }
}
