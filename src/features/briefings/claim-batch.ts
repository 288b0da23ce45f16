import type { CorrectionListing, ListedArticle } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import type { SendRow } from './briefings.tables.ts';
import { type ClaimedDelivery, claimDeliveries, dropPlanned, recordResults } from './deliveries.repo.ts';
import { findCorrections, type VisibleCorrections } from './find-corrections.ts';
import type { Issues } from './issues.repo.ts';
import { attachNotices, type DeliveryNotice } from './notices.repo.ts';
import { readIssue } from './read-issue.ts';
import { stopSendRow, takeTurn } from './sends.repo.ts';

/** What a batch of mails says, read from what readers may see at the moment of the claim. */
export type BatchContent =
  | {
      kind: 'briefing';
      issue: number;
      stories: ListedArticle[];
      corrections: CorrectionListing[];
    }
  | { kind: 'retraction'; retraction: CorrectionListing };

export type BatchMail = { delivery: ClaimedDelivery; notices: DeliveryNotice[] };
export type Batch = { send: SendRow; content: BatchContent; mails: BatchMail[] };

/** The next batch; or how long to wait for it; or that there is none. */
export type Claim = { batch: Batch } | { waitMs: number } | 'none';

/** What one run of a send remembers between claims, so that it need not be read for each. */
export type ClaimMemory = { issues?: Issues; corrections?: { found: VisibleCorrections; at: Date } };

export type ClaimBatch = {
  sendId: number;
  edition: string;
  sender: number;
  limit: number;
  now: Date;
  memory: ClaimMemory;
};

/** New corrections are looked for this often; those that a mail brings are looked at again before it is written. */
const LOOK_MS = 2000;

/**
 * Claims up to `limit` deliveries of a send in one transaction: looks whether it may go on, what of it may still be shown,
 * who may still be mailed; then marks the deliveries as on their way. It has committed before anybody speaks to the mail server.
 */
export function claimBatch(db: Db, claim: ClaimBatch): Promise<Claim> {
  return db.transaction().execute(async (trx) => {
    const turn = await takeTurn(trx, claim.sendId, claim.limit, claim.now);
    if (!('send' in turn)) return turn.waitMs === undefined ? 'none' : { waitMs: turn.waitMs };
    const { send } = turn;
    const content = await readContent(trx, send, claim);
    if (!content) return 'none';
    const issue = content.kind === 'briefing' ? content.issue : null;
    const claimed = await claimDeliveries(trx, { ...claim, listId: send.list_id, issue });
    if (claimed.length === 0) return 'none';
    return { batch: { send, ...(await addressMails(trx, send, claimed, content, claim)) } };
  });
}

async function readContent(trx: Db, send: SendRow, claim: ClaimBatch): Promise<BatchContent | undefined> {
  const { now } = claim;
  if (send.kind === 'retraction') {
    const { retractions } = await findCorrections(trx, claim.edition, now);
    const retraction = retractions.find(
      ({ id, number }) => id === send.article_id && number === send.revision,
    );
    if (retraction) return { kind: 'retraction', retraction };
    await dropPlanned(trx, send.id, 'The retraction cannot be seen any more.', now);
    return undefined;
  }
  const { issue, stories } = await readIssue(trx, send.id, claim.memory);
  if (stories.length === 0) {
    await stopSendRow(trx, send.id, now, 'None of its stories may be shown any more.');
    return undefined;
  }
  const { corrections } = await recentCorrections(trx, claim);
  return { kind: 'briefing', issue, stories, corrections };
}

async function recentCorrections(trx: Db, { memory, edition, now }: ClaimBatch): Promise<VisibleCorrections> {
  if (memory.corrections && now.getTime() - memory.corrections.at.getTime() < LOOK_MS)
    return memory.corrections.found;
  const found = await findCorrections(trx, edition, now);
  memory.corrections = { found, at: now };
  return found;
}

const obstacleOf = (to: ClaimedDelivery, kind: SendRow['kind'], now: Date): string | undefined => {
  if (to.suppressed) return `The address gets no mail: ${to.suppressed}.`;
  if (to.state !== 'active') return 'The subscription has ended.';
  // Whoever paused the briefing still wants to know that what it said was false.
  if (kind === 'briefing' && to.paused_until && to.paused_until > now) return 'The subscription is paused.';
  return undefined;
};

async function addressMails(
  trx: Db,
  send: SendRow,
  claimed: ClaimedDelivery[],
  content: BatchContent,
  { now, edition }: ClaimBatch,
): Promise<Pick<Batch, 'content' | 'mails'>> {
  const refused = claimed.flatMap((delivery) => {
    const reason = obstacleOf(delivery, send.kind, now);
    return reason
      ? [{ id: delivery.id, state: 'suppressed' as const, reason, nextTryAt: null, doneAt: now }]
      : [];
  });
  if (refused.length > 0) await recordResults(trx, refused);
  const open = claimed.filter((delivery) => !obstacleOf(delivery, send.kind, now));
  if (content.kind === 'retraction')
    return { content, mails: open.map((delivery) => ({ delivery, notices: [] })) };
  const corrections = content.corrections.map(({ id, number }) => ({ article_id: id, revision: number }));
  const notices = await attachNotices(trx, open, corrections);
  const mails = open.map((delivery) => ({
    delivery,
    notices: notices.filter(({ delivery_id }) => delivery_id === delivery.id),
  }));
  if (notices.length === 0) return { content, mails };
  // What was remembered may have been withdrawn since.
  const fresh = await findCorrections(trx, edition, now);
  return { content: { ...content, corrections: fresh.corrections }, mails };
}
