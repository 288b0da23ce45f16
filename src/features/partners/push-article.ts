import type { Clock } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { handle, type JobHandler } from '#platform/jobs.ts';
import { listChangesOf } from './changes.repo.ts';
import { findDelivery, saveSent, saveWaiting } from './deliveries.repo.ts';
import type { Outgoing } from './outgoing.ts';
import { lookAgain, pushArticle } from './partner.jobs.ts';
import { findPartner, updatePartner } from './partners.repo.ts';
import type { PartnerRow } from './partners.tables.ts';
import { recordChange } from './record-change.ts';
import { tellChanges } from './select-changes.ts';
import { signPush } from './sign-push.ts';
import type { OutgoingPaper } from './to-outgoing.ts';
import { PARTNER_TYPES, writeOne } from './write-outgoing.ts';

export type Pushing = { db: Db; fetch: GuardedFetch; paper: OutgoingPaper; now: Clock };

/** The jobs of this feature: pushes, and looks at articles whose embargo ends. */
export const partnerHandlers = (pushing: Pushing): JobHandler[] => [
  handle(lookAgain, ({ articleId }) => recordChange(pushing.db, articleId, pushing.now())),
  handle(pushArticle, ({ partnerId, articleId }, { attempt, signal }) =>
    pushOne(pushing, { partnerId, articleId, attempt, signal }),
  ),
];

type Push = { partnerId: number; articleId: number; attempt: number; signal?: AbortSignal };

/**
 * Sends an article as it stands at this moment, unless it arrived already or is none of this partner's. Throws where it did not arrive, to
 * be tried again; a partner who was stopped gets nothing, and what it should have got waits.
 */
async function pushOne(pushing: Pushing, { partnerId, articleId, attempt, signal }: Push): Promise<void> {
  const { db, paper, now } = pushing;
  const partner = await findPartner(db, partnerId);
  if (!partner?.push_url) return;
  const [told] = await tellChanges(db, partner, await listChangesOf(db, [articleId]), paper);
  const sent = await findDelivery(db, partnerId, articleId);
  const hasIt = sent?.version != null;
  // What never arrived need not be stopped.
  if (!told || (told.item.status !== 'usable' && !hasIt)) return;
  if (sent?.state === 'sent' && sent.version === told.item.version) return;
  const about = { partner_id: partnerId, article_id: articleId };
  if (partner.stopped) return saveWaiting(db, { ...about, error: null, attempts: 0, at: now() });
  const failed = await send(pushing, partner, told.item, told.change.at, signal);
  if (failed === undefined) {
    const { version, status } = told.item;
    await saveSent(db, { ...about, version, status, attempts: attempt, at: now() });
    if (partner.failing_since) await updatePartner(db, partnerId, { failing_since: null, failures: 0 });
    return;
  }
  await saveWaiting(db, { ...about, error: failed.reason, attempts: attempt, at: now() });
  await countFailure(db, partner, failed, now());
  throw new Error(`${partner.name}: ${failed.reason}`);
}

type Failed = { reason: string; gone: boolean };

/** Undefined: it arrived, as only an answer in the 200s says. */
async function send(
  { fetch, paper, now }: Pushing,
  partner: PartnerRow,
  item: Outgoing,
  changed: Date,
  signal: AbortSignal | undefined,
): Promise<Failed | undefined> {
  const { push_url: url, push_secret: secret, format } = partner;
  if (!url || !secret) return undefined;
  const { baseUrl } = paper;
  const message = { baseUrl, url: `${baseUrl}/api/partner/${format}/${item.id}`, ...item, updated: changed };
  const body = writeOne(item, format, message);
  const id = `${partner.id}.${item.id}.${item.version}`;
  const headers = { 'content-type': PARTNER_TYPES[format], ...signPush(secret, { id, at: now(), body }) };
  try {
    const status = await fetch.post(url, { body, headers }, signal);
    if (status >= 200 && status < 300) return undefined;
    return { reason: `${new URL(url).host} answered ${status}.`, gone: status === 410 };
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    return { reason: messageOf(thrown), gone: false };
  }
}

/** A partner whose door has been shut for so long, and for so many, is not knocked at any more until a person says so. */
const PATIENCE_MS = 6 * 3_600_000;
const LEAST_FAILURES = 5;

async function countFailure(db: Db, partner: PartnerRow, { reason, gone }: Failed, now: Date): Promise<void> {
  const failing_since = partner.failing_since ?? now;
  const failures = partner.failures + 1;
  const long = now.getTime() - failing_since.getTime() >= PATIENCE_MS && failures >= LEAST_FAILURES;
  const since = failing_since.toISOString().slice(0, 16);
  const stopped = gone
    ? `The address says that it is gone for good (410). See: dateline partner resume ${partner.name}`
    : `Nothing has arrived since ${since}Z: ${reason} See: dateline partner resume ${partner.name}`;
  await updatePartner(db, partner.id, { failing_since, failures, ...(gone || long ? { stopped } : {}) });
}
