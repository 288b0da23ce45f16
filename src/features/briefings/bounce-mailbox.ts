import { z } from 'zod';
import { parseSourceAddress, splitPassword } from '#features/wire/wire.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import type { Log } from '#platform/log.ts';
import { type Mailbox, openMailbox } from '#platform/mailbox/open-mailbox.ts';
import { findSetting, lockSetting, saveSetting } from '#platform/settings.repo.ts';
import { takeMessage } from './take-message.ts';

const SETTING = 'briefing-mailbox';
const settingSchema = z.object({
  url: z.string().nullable(),
  password: z.string(),
  /** How far it was read: UIDVALIDITY and UID. */
  place: z.object({ validity: z.string(), uid: z.number() }).nullable(),
});

/**
 * Names the mailbox that bounces and complaints come to, or none. Changing it forgets how far the one before was read.
 * @throws AppError bad_input for an address that is none of IMAP
 */
export async function setBounceMailbox(
  db: Db,
  given: { url: string; password?: string } | undefined,
  now: Date,
): Promise<void> {
  const { url, password } = splitPassword(given?.url ?? '');
  if (given !== undefined && parseSourceAddress(url).transport !== 'imap')
    throw new AppError(
      'bad_input',
      'Write the address of a mailbox, such as imaps://bounces@mail.example/INBOX.',
    );
  const value = {
    url: given === undefined ? null : url,
    password: given?.password ?? password ?? '',
    place: null,
  };
  await saveSetting(db, SETTING, value, now);
}

/** The address of the mailbox that bounces come to, without its password. */
export async function findBounceMailbox(db: Db): Promise<string | undefined> {
  const value = await findSetting(db, SETTING);
  return value === undefined ? undefined : (settingSchema.parse(value).url ?? undefined);
}

export type BounceRound = {
  db: Db;
  keys: readonly Buffer[];
  fetch: GuardedFetch;
  log: Log;
  now: Date;
  signal?: AbortSignal;
};

const MOST_MAILS = 200;
const LARGEST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

/**
 * Takes in the new mails of the mailbox; answers how many were reports about mails of ours. The setting is locked
 * meanwhile, so that only one worker reads, and the place is kept once all are used: after a crash they are used again.
 */
export const takeFromMailbox = (round: BounceRound): Promise<number> =>
  round.db.transaction().execute(async (trx) => {
    const value = await lockSetting(trx, SETTING);
    const setting = value === undefined ? undefined : settingSchema.parse(value);
    if (!setting?.url) return 0;
    const address = parseSourceAddress(setting.url);
    return round.fetch.visit(address.host, address.port, round.signal, async ({ address: ip }) => {
      const { host, port, secure, user, path: mailbox } = address;
      const signal = round.signal;
      const box = await openMailbox({
        address: ip,
        host,
        port,
        secure,
        user,
        password: setting.password,
        mailbox,
        timeoutMs: TIMEOUT_MS,
        signal,
      });
      return takeAll(round, trx, box, setting).finally(box.close);
    });
  });

async function takeAll(
  round: BounceRound,
  trx: Db,
  box: Mailbox,
  setting: z.infer<typeof settingSchema>,
): Promise<number> {
  const after = setting.place?.validity === box.validity ? setting.place.uid : 0;
  let used = 0;
  let last = after;
  for (const mail of await box.listAfter(after, MOST_MAILS)) {
    if (mail.size <= LARGEST_BYTES && (await takeOne(round, await box.read(mail.uid), mail.uid))) used += 1;
    last = mail.uid;
  }
  if (last !== after)
    await saveSetting(trx, SETTING, { ...setting, place: { validity: box.validity, uid: last } }, round.now);
  return used;
}

async function takeOne(
  { db, keys, log, now }: BounceRound,
  raw: Uint8Array | undefined,
  uid: number,
): Promise<boolean> {
  if (raw === undefined) return false;
  try {
    await takeMessage(db, keys, raw, now);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    log.info({ mail: uid, reason: thrown.message }, 'a mail among the bounces was not used');
    return false;
  }
}
