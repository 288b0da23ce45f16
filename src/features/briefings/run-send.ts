import { setTimeout as pause } from 'node:timers/promises';
import { findEdition, listSections } from '#features/taxonomy/taxonomy.ts';
import { messageOf } from '#lib/errors.ts';
import { isConnectionFailure } from '#platform/database.ts';
import { type Batch, type BatchMail, type Claim, claimBatch } from './claim-batch.ts';
import { coalesce } from './coalesce.ts';
import { createComposer } from './compose-mail.ts';
import { deliverMail, type SendContext, toResult } from './deliver-mail.ts';
import { type DeliveryResult, recordResults } from './deliveries.repo.ts';
import { findBriefingList } from './lists.repo.ts';
import { findMailedAt } from './notices.repo.ts';
import { senderAddress } from './sender-address.ts';
import type { SenderContext } from './sender-context.ts';
import { findSend } from './sends.repo.ts';
import { takeReport } from './take-report.ts';

type Job = { batch: Batch; mail: BatchMail };

/** Longest sleep for the sake of the rate, so that a stop is noticed. */
const LONGEST_WAIT_MS = 500;

/**
 * Sends what is due of one send: as many lanes as the mail server has connections, each with one mail at a time. Claims
 * are as large as there are idle lanes, so at most that many mails are of unknown fate when the process dies.
 * Returns when nothing is due any more, the send was stopped, or the mail server is away.
 */
export async function runSend(
  context: SenderContext,
  sendId: number,
  sender: number,
  signal: AbortSignal,
): Promise<void> {
  const sending = await prepare(context, sendId);
  if (!sending) return;
  const halt = new AbortController();
  const stop = AbortSignal.any([signal, halt.signal]);
  const { edition } = sending.mail;
  const memory = {};
  const next = createDealer(stop, (limit) =>
    claimBatch(context.db, { sendId, edition: edition.code, sender, limit, now: context.clock(), memory }),
  );
  const record = coalesce<DeliveryResult>((results) => recordResults(context.db, results));
  const lane = async () => {
    for (let job = await next(); job; job = await next()) await work(sending, job, record, halt);
  };
  await Promise.all(Array.from({ length: context.mailer.connections }, lane));
}

async function prepare(context: SenderContext, sendId: number): Promise<SendContext | undefined> {
  const { db, baseUrl } = context;
  const send = await findSend(db, sendId);
  const list = send && (await findBriefingList(db, send.list_id));
  const edition = list && (await findEdition(db, list.edition));
  if (!send || !list || !edition) return undefined;
  const sections = (await listSections(db)).filter((section) => section.edition === edition.code);
  const about =
    send.article_id !== null && send.revision !== null
      ? { article_id: send.article_id, revision: send.revision }
      : undefined;
  const mailedAt = about && (await findMailedAt(db, about));
  const mail = { baseUrl, edition, sections, day: send.not_before, mailedAt };
  const from = senderAddress(list, edition, baseUrl);
  const dkim = await context.dkimOf(from.domain);
  return { ...context, list, mail, compose: createComposer(mail), from, dkim };
}

async function work(
  context: SendContext,
  { batch, mail }: Job,
  record: (result: DeliveryResult) => Promise<void>,
  halt: AbortController,
): Promise<void> {
  const outcome = await deliverMail(context, batch.content, mail).catch((thrown: unknown) => {
    context.log.error({ err: thrown, delivery: mail.delivery.id }, 'a mail could not be written');
    return { state: 'refused' as const, reason: `It could not be written: ${messageOf(thrown)}` };
  });
  if (outcome.state === 'away' && !halt.signal.aborted) {
    halt.abort();
    context.log.warn({ server: context.mailer.where, reason: outcome.reason }, 'the mail server is away');
  }
  await persist(() => record(toResult(context, mail.delivery, outcome)));
  if (outcome.state === 'refused' && 'status' in outcome) {
    const report = { kind: 'bounce' as const, status: outcome.status ?? '', detail: outcome.reason };
    const who = { addressKey: mail.delivery.address_key, deliveryId: mail.delivery.id };
    await takeReport(context.db, { ...report, ...who }, context.clock());
  }
}

const RECORD_TRIES = 30;

/** What a mail server answered is known to us alone, so a database that is away for a moment is waited for. */
async function persist(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (thrown) {
      if (tries >= RECORD_TRIES || !isConnectionFailure(thrown)) throw thrown;
      await pause(1000);
    }
  }
}

/**
 * Deals claimed mails out to lanes that ask. While a claim is under way the lanes that became idle gather, and the next
 * claim is for all of them.
 */
function createDealer(
  stop: AbortSignal,
  claim: (limit: number) => Promise<Claim>,
): () => Promise<Job | undefined> {
  const ready: Job[] = [];
  let ended = false;
  const refill = async (wanted: number): Promise<void> => {
    if (ended || stop.aborted) return;
    const claimed = await claim(wanted);
    if (claimed === 'none') ended = true;
    else if ('waitMs' in claimed) {
      await pause(Math.min(claimed.waitMs, LONGEST_WAIT_MS), undefined, { signal: stop }).catch(() => {});
    } else ready.push(...claimed.batch.mails.map((mail) => ({ batch: claimed.batch, mail })));
  };
  const request = coalesce<void>((asking) => refill(asking.length));
  return async () => {
    for (;;) {
      const job = ready.shift();
      if (job) return job;
      if (ended || stop.aborted) return undefined;
      await request();
    }
  };
}
