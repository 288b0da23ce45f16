import type { Db } from '#platform/database.ts';
import { lookupKeys } from './actors.ts';
import { toIsoDay } from './day-span.ts';
import type { DiaryMentionRow } from './diary.tables.ts';
import { findCandidates, findEntry, insertEntry, updateEntry } from './entries.repo.ts';
import { type Followed, type FollowedPart, toMention } from './followed.ts';
import { keepMention, listAnnouncements, saveMention } from './mentions.repo.ts';
import { isMove, isSameEvent, isSameMatter } from './same-event.ts';
import type { Told, ToldEvent } from './told.ts';
import { toldBy } from './told-by.ts';

/** What is planned for later than this many days is too far for a diary. */
const FURTHEST_DAYS = 2 * 366;
const PLANS = new Set(['announced', 'expected', 'confirmed']);

/** Follows what an article announces: its own entries first, then entries of others that are the same event, else new ones. */
export async function followAnnouncements(
  trx: Db,
  article: Followed,
  events: readonly ToldEvent[],
): Promise<FollowedPart> {
  const plans = events.filter(
    ({ status, span }) =>
      PLANS.has(status) && span.last >= article.day && span.first <= article.day + FURTHEST_DAYS,
  );
  const part: FollowedPart = { mentions: [], entries: [] };
  const kept = await keepEditorsSentences(trx, article);
  const own = article.known.filter(({ role }) => role === 'announces' || role === 'moves');
  const taken = new Set(kept.map(({ entry_id }) => entry_id));
  for (const plan of plans) {
    if (kept.some(({ sentence }) => sentence === plan.sentence.text)) continue;
    const before = own.find((mention) => !taken.has(mention.entry_id) && isSaidAgain(mention, plan));
    const place = before
      ? { entryId: before.entry_id, role: before.role }
      : await findPlace(trx, article, plan, taken);
    taken.add(place.entryId);
    part.entries.push(place.entryId);
    if (before) part.mentions.push(before.id);
    await saveMention(trx, toMention(article, plan, { ...place, certain: plan.status === 'confirmed' }));
    await addKeys(trx, place.entryId, plan);
  }
  part.mentions.push(...kept.map(({ id }) => id));
  part.entries.push(...kept.map(({ entry_id }) => entry_id));
  return part;
}

/** Sentences of entries that an editor has decided on stay as they were read then, as long as the article has them. */
async function keepEditorsSentences(trx: Db, article: Followed): Promise<DiaryMentionRow[]> {
  const kept: DiaryMentionRow[] = [];
  for (const mention of article.known) {
    const start = article.text.indexOf(mention.sentence);
    if (start < 0 || !(await isEdited(trx, mention.entry_id))) continue;
    const place = { revision: article.revision, start_at: start, end_at: start + mention.sentence.length };
    await keepMention(trx, mention.id, place);
    kept.push(mention);
  }
  return kept;
}

async function isEdited(trx: Db, entryId: number): Promise<boolean> {
  const entry = await findEntry(trx, entryId);
  return Boolean(
    entry && (entry.confirmed || entry.struck || entry.set_what || entry.set_when || entry.set_outcome),
  );
}

/** Whether a plan is what an earlier revision of the article, or an earlier reading, said: the same sentence or the same matter. */
function isSaidAgain(mention: DiaryMentionRow, plan: Told): boolean {
  const before = toldBy(mention);
  return (
    (mention.sentence === plan.sentence.text && mention.what === plan.what) || isSameMatter(before, plan)
  );
}

/** The entry that a plan belongs to: one that others announced, one that it moves, or a new one. */
async function findPlace(
  trx: Db,
  article: Followed,
  plan: ToldEvent,
  taken: ReadonlySet<number>,
): Promise<{ entryId: number; role: 'announces' | 'moves' }> {
  const keys = lookupKeys(plan.actors);
  const reach = {
    edition: article.edition,
    keys,
    from: toIsoDay(article.day - 1),
    to: toIsoDay(article.day + FURTHEST_DAYS),
  };
  const found = (await findCandidates(trx, reach)).filter((id) => !taken.has(id));
  const announcements = await listAnnouncements(trx, found);
  const same = announcements.find((mention) => isSameEvent(toldBy(mention), plan));
  if (same) return { entryId: same.entry_id, role: 'announces' };
  const moved = new Set(
    announcements
      .filter(({ told_at, article_id }) => told_at <= article.publishedAt && article_id !== article.articleId)
      .filter((mention) => isMove(toldBy(mention), plan))
      .map(({ entry_id }) => entry_id),
  );
  const [only] = moved;
  // Where it could be one of two, it is neither.
  if (moved.size === 1 && only !== undefined) return { entryId: only, role: 'moves' };
  const { edition } = article;
  const { first, last, precision } = plan.span;
  const days = { first_day: toIsoDay(first), last_day: toIsoDay(last), precision };
  return { entryId: await insertEntry(trx, { edition, keys, ...days }), role: 'announces' };
}

/** Others may name more of those who take part, and then it is found by them too. */
async function addKeys(trx: Db, entryId: number, plan: Told): Promise<void> {
  const entry = await findEntry(trx, entryId);
  const keys = new Set([...(entry?.keys ?? []), ...lookupKeys(plan.actors)]);
  if (entry && keys.size > entry.keys.length) await updateEntry(trx, entryId, { keys: [...keys] });
}
