import { type ListedArticle, listLatest } from '#features/articles/articles.ts';
import { findEdition, listSections } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import type { BriefingListRow, SendRow } from './briefings.tables.ts';
import { chooseStories } from './choose-stories.ts';
import { planDeliveries } from './deliveries.repo.ts';
import { insertFirstIssue } from './issues.repo.ts';
import { findLastUntil, insertSend, stopSendRow } from './sends.repo.ts';

export type PlanBriefing = {
  list: BriefingListRow;
  now: Date;
  /** Before it nothing leaves, and until then it can be stopped without anybody having been mailed. */
  notBefore: Date;
  /** The day that this is the briefing of; absent for one that is sent by hand. */
  slot?: string;
  /** Mails a second; the list's own without it. */
  rate?: number;
  madeBy: string;
};

export type PlannedBriefing = { send: SendRow; readers: number; stories: ListedArticle[] };

const DAY_MS = 24 * 3_600_000;
/** Of a list that has not been sent for long, nobody wants to read everything since. */
const LONGEST_MS = 3 * DAY_MS;
const PAGE = 100;
const MOST_ARTICLES = 600;

/**
 * Plans one dispatch of a briefing: the stories that became visible since the last one, and a delivery to everybody who
 * gets it now. Answers undefined where the slot has its send already.
 * @throws AppError conflict where there is nothing new to send, or nobody to send it to.
 */
export async function planBriefing(db: Db, plan: PlanBriefing): Promise<PlannedBriefing | undefined> {
  const { list, now } = plan;
  const last = (await findLastUntil(db, list.id)) ?? new Date(now.getTime() - DAY_MS);
  const since = new Date(Math.max(last.getTime(), now.getTime() - LONGEST_MS));
  const edition = await findEdition(db, list.edition);
  if (!edition) throw new AppError('not_found', `There is no edition “${list.edition}”.`);
  const sections = (await listSections(db)).filter((section) => section.edition === list.edition);
  const stories = chooseStories(await listBetween(db, list.edition, since, now), sections);
  if (stories.length === 0)
    throw new AppError('conflict', `Nothing was published since ${since.toISOString()}.`);
  return withTransaction(db, async (trx) => {
    const send = await insertSend(trx, {
      list_id: list.id,
      kind: 'briefing',
      slot: plan.slot ?? null,
      state: 'planned',
      since,
      until: now,
      not_before: plan.notBefore,
      next_claim_at: plan.notBefore,
      rate: plan.rate ?? list.rate,
      made_by: plan.madeBy,
      created_at: now,
    });
    if (!send) return undefined;
    const issue = stories.map(({ id, current_revision }, position) => ({
      article_id: id,
      revision: current_revision,
      position,
    }));
    await insertFirstIssue(trx, send.id, issue);
    const readers = await planDeliveries(trx, send.id, list.id, now);
    // Thrown, so that nothing of the send stays and the slot is free for the first reader.
    if (readers === 0) throw new AppError('conflict', `Nobody gets the briefing of ${list.edition} yet.`);
    return { send, readers, stories };
  });
}

/** What became visible after one moment and not after another, newest first. */
async function listBetween(db: Db, edition: string, since: Date, until: Date): Promise<ListedArticle[]> {
  const found: ListedArticle[] = [];
  let before: { visible_from: Date; id: number } | undefined;
  while (found.length < MOST_ARTICLES) {
    const page = await listLatest(db, edition, { limit: PAGE, before });
    found.push(...page.filter(({ visible_from }) => visible_from > since && visible_from <= until));
    const last = page.at(-1);
    if (!last || page.length < PAGE || last.visible_from <= since) break;
    before = { visible_from: last.visible_from, id: last.id };
  }
  return found;
}

/** Stops a send: what has not left stays. Throws `AppError('conflict')` where it is over already. */
export async function stopSend(db: Db, id: number, now: Date): Promise<SendRow> {
  const send = await stopSendRow(db, id, now, 'Stopped by hand.');
  if (!send) throw new AppError('conflict', `Send ${id} is over already, or was never planned.`);
  return send;
}
