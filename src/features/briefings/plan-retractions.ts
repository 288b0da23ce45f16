import type { Db } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import type { BriefingListRow } from './briefings.tables.ts';
import { findCorrections } from './find-corrections.ts';
import { listBriefingLists } from './lists.repo.ts';
import { filterMailed, type NoticedRevision, planNotices } from './notices.repo.ts';
import { findSlot, insertSend, reopenSend } from './sends.repo.ts';

/** Notices of a retraction leave after this; a retraction made by mistake can be followed by its stop. */
const GRACE_MS = 2 * 60_000;

/**
 * Plans a notice by itself for every retraction of a story that was mailed, to those it was mailed to and nobody else.
 * Runs again and again: a delivery that ends after the retraction is found by the next look. Answers how many were planned.
 */
export async function planRetractions(db: Db, log: Log, now: Date, graceMs = GRACE_MS): Promise<number> {
  let planned = 0;
  for (const list of await listBriefingLists(db)) {
    const { retractions } = await findCorrections(db, list.edition, now);
    const revisions = retractions.map(({ id, number }) => ({ article_id: id, revision: number }));
    for (const revision of await filterMailed(db, revisions)) {
      const readers = await planOne(db, list, revision, now, graceMs);
      if (readers > 0) log.info({ article: revision.article_id, readers }, 'a retraction will be mailed');
      planned += readers;
    }
  }
  return planned;
}

function planOne(
  db: Db,
  list: BriefingListRow,
  { article_id, revision }: NoticedRevision,
  now: Date,
  graceMs: number,
): Promise<number> {
  const slot = `${article_id}-${revision}`;
  const notBefore = new Date(now.getTime() + graceMs);
  return db.transaction().execute(async (trx) => {
    await insertSend(trx, {
      list_id: list.id,
      kind: 'retraction',
      slot,
      state: 'planned',
      since: now,
      until: now,
      not_before: notBefore,
      next_claim_at: notBefore,
      rate: list.rate,
      article_id,
      revision,
      made_by: 'retraction',
      created_at: now,
    });
    const send = await findSlot(trx, { list_id: list.id, kind: 'retraction', slot });
    if (!send || send.state === 'stopped') return 0;
    const readers = await planNotices(trx, send.id, list.id, { article_id, revision });
    if (readers > 0) await reopenSend(trx, send.id);
    return readers;
  });
}
