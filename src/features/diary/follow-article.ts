import { findPublishedRecord } from '#features/articles/articles.ts';
import { articleChanged } from '#features/publishing/publishing.ts';
import { findEdition } from '#features/taxonomy/taxonomy.ts';
import { calendarDay } from '#lib/zoned.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { enqueue } from '#platform/jobs.ts';
import { fromIsoDay } from './day-span.ts';
import { lockDiary } from './entries.repo.ts';
import { followAnnouncements } from './follow-announcements.ts';
import { followReports } from './follow-reports.ts';
import type { Followed } from './followed.ts';
import { findRelease, listMentionsOf, withdrawMentions } from './mentions.repo.ts';
import { refreshEntries } from './refresh-entries.ts';
import { toldEvents } from './told.ts';

/**
 * Brings the diary up to date with an article as readers can see it now: what it announces and what it shows to have happened, moved or
 * been called off. What it no longer says is withdrawn; an editor's word stays. Idempotent; one article of an edition at a time.
 */
export async function followArticle(db: Db, articleId: number): Promise<void> {
  await withTransaction(db, async (trx) => {
    const found = await findPublishedRecord(trx, articleId);
    if (!found) return followHidden(trx, articleId);
    await lockDiary(trx, found.edition);
    const zone = (await findEdition(trx, found.edition))?.zone ?? 'UTC';
    const { year, month, day } = calendarDay(found.asOf, zone);
    const known = await listMentionsOf(trx, articleId);
    const article: Followed = { ...found, known, day: fromIsoDay(`${year}-${month}-${day}`) ?? 0 };
    const events = toldEvents(article.record);
    const reported = await followReports(trx, article, events);
    const announced = await followAnnouncements(trx, article, events);
    const said = new Set([...reported.mentions, ...announced.mentions]);
    // An article that goes on to tell what came of its own plan has not taken it back.
    const gone = known.filter(
      ({ id, entry_id, role }) =>
        !said.has(id) && !(role === 'announces' && reported.entries.includes(entry_id)),
    );
    await withdrawMentions(
      trx,
      gone.map(({ id }) => id),
    );
    await refreshEntries(trx, [
      ...known.map(({ entry_id }) => entry_id),
      ...reported.entries,
      ...announced.entries,
    ]);
  });
}

/** What rests on an article that readers cannot see goes by the views at once; here only what is kept of it follows. */
async function followHidden(trx: Db, articleId: number): Promise<void> {
  const known = await listMentionsOf(trx, articleId);
  await refreshEntries(
    trx,
    known.map(({ entry_id }) => entry_id),
  );
  const release = await findRelease(trx, articleId);
  if (!release) return;
  const { at, revision } = release;
  await enqueue(trx, articleChanged, { articleId, revision }, { runAt: at, jobKey: `released:${articleId}` });
}
