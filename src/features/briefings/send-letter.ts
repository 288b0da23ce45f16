import { randomUUID } from 'node:crypto';
import { type EditionRow, findEdition } from '#features/taxonomy/taxonomy.ts';
import { handle, type JobHandler } from '#platform/jobs.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import { composeMessage } from '#platform/mailer/compose-message.ts';
import type { BriefingListRow, SubscriberRow } from './briefings.tables.ts';
import { type Letter, sendLetter } from './letter.job.ts';
import { beginHandover, undoHandover } from './letter-handovers.repo.ts';
import { type LetterView, renderLetter } from './letter-mail.tsx';
import { findBriefingList, listBriefingLists } from './lists.repo.ts';
import { confirmAddress, moveAddress, preferencesAddress } from './mail-links.ts';
import { mailLanguage, mailWords } from './mail-words.ts';
import { toMessageId } from './message-id.ts';
import { senderAddress } from './sender-address.ts';
import { firstKey, type SenderContext } from './sender-context.ts';
import { findSubscriber, findSubscription, listSubscriptions } from './subscribers.repo.ts';
import { findSuppression } from './suppression.repo.ts';
import { takeReport } from './take-report.ts';

/**
 * Sends the letters that the forms ask for. A letter that may have arrived is not sent again, not even where the process
 * died while it was on its way; the reader can ask once more.
 */
export function letterHandler(context: SenderContext): JobHandler {
  return handle(sendLetter, (letter, { id }) => deliverLetter(context, letter, id));
}

type Addressed = {
  letter: Letter;
  subscriber: SubscriberRow;
  list: BriefingListRow;
  edition: EditionRow;
  to: { address: string; key: string };
};

async function deliverLetter(context: SenderContext, letter: Letter, jobId: string): Promise<void> {
  const { db, mailer, clock } = context;
  const addressed = await address(context, letter);
  // Asked here and not when the letter was asked for: an address may have been suppressed since.
  if (!addressed || (await findSuppression(db, addressed.to.key))) return;
  const view = await toView(context, addressed);
  if (!view) return;
  const from = senderAddress(addressed.list, addressed.edition, context.baseUrl);
  const message = await composeMessage(
    {
      ...renderLetter(view),
      from,
      to: addressed.to.address,
      date: clock(),
      messageId:
        letter.kind === 'move'
          ? `<${randomUUID()}@${from.domain}>`
          : toMessageId(firstKey(context.keys), { kind: 'letter', id: letter.subscriberId }, from.domain),
      // RFC 3834: no vacation notice answers it.
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': addressed.edition.language },
    },
    await context.dkimOf(from.domain),
  );
  if (!(await beginHandover(db, jobId, clock()))) {
    const about = { kind: letter.kind, subscriber: letter.subscriberId };
    context.log.warn(about, 'a letter is of unknown fate, as its sender ended, and is not sent again');
    return;
  }
  const outcome = await mailer.send({ from: from.address, to: addressed.to.address }, message);
  if (outcome.state === 'later' || outcome.state === 'away') {
    await undoHandover(db, jobId);
    throw new Error(outcome.reason);
  }
  if (outcome.state === 'refused') {
    const report = { kind: 'bounce' as const, status: outcome.status ?? '', detail: outcome.reason };
    await takeReport(db, { ...report, addressKey: addressed.to.key }, clock());
  }
}

async function address({ db }: SenderContext, letter: Letter): Promise<Addressed | undefined> {
  const subscriber = await findSubscriber(db, letter.subscriberId);
  const list = letter.listId ? await findBriefingList(db, letter.listId) : await firstListOf(db, letter);
  const edition = list && (await findEdition(db, list.edition));
  const to = parseMailAddress(letter.to ?? subscriber?.address ?? '');
  return subscriber && list && edition && to ? { letter, subscriber, list, edition, to } : undefined;
}

/** A move is about no single list; its letter speaks the language of one that the reader gets. */
async function firstListOf(db: SenderContext['db'], letter: Letter): Promise<BriefingListRow | undefined> {
  const lists = await listBriefingLists(db);
  const mine = await listSubscriptions(db, letter.subscriberId);
  return lists.find(({ id }) => mine.some((one) => one.list_id === id && one.state === 'active')) ?? lists[0];
}

async function toView(context: SenderContext, addressed: Addressed): Promise<LetterView | undefined> {
  const { letter, subscriber, list, edition, to } = addressed;
  const language = mailLanguage(edition);
  const words = mailWords(language);
  const site = { baseUrl: context.baseUrl, prefix: edition.prefix };
  const key = firstKey(context.keys);
  const now = context.clock();
  const paper = { name: edition.name, href: `${site.baseUrl}${edition.prefix || '/'}` };
  const who = { subscriber: subscriber.id, epoch: subscriber.epoch };
  const common = { language, paper };
  if (letter.kind === 'confirm') {
    const subscription = await findSubscription(context.db, subscriber.id, list.id);
    if (subscription?.state !== 'pending') return undefined;
    const which = { subscriber: subscriber.id, list: list.id, round: subscription.round };
    return {
      ...common,
      subject: words.confirmSubject(paper.name),
      title: words.confirmTitle,
      text: words.confirmText(paper.name),
      button: { label: words.confirmButton, href: confirmAddress(site, key, now, which) },
      note: words.confirmIgnore,
    };
  }
  if (letter.kind === 'known') {
    return {
      ...common,
      subject: words.knownSubject(paper.name),
      title: words.knownTitle,
      text: words.knownText(paper.name),
      button: { label: words.knownButton, href: preferencesAddress(site, key, now, who) },
      note: words.knownIgnore,
    };
  }
  return {
    ...common,
    subject: words.moveSubject(paper.name),
    title: words.moveTitle,
    text: words.moveText(paper.name),
    button: { label: words.moveButton, href: moveAddress(site, key, now, { ...who, to: to.address }) },
    note: words.moveIgnore,
  };
}
