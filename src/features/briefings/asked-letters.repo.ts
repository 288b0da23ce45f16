import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** 'let' in ASCII: two requests for one address at the same moment count each other. */
const LETTER_LOCK = 0x6c6574;

export type LetterLimit = { perDay: number; apartMs: number };

/**
 * Counts one more letter to an address that somebody asked for, unless there were enough. The limit holds for all nodes
 * and all who ask: it is what keeps the form from being used to flood a stranger's mailbox.
 */
export async function mayAskLetter(trx: Db, key: string, now: Date, limit: LetterLimit): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${LETTER_LOCK}, hashtext(${key}))`.execute(trx);
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  const { count, latest } = await trx
    .selectFrom('asked_letter')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max<Date | null>('asked_at').as('latest')])
    .where('address_key', '=', key)
    .where('asked_at', '>', dayAgo)
    .executeTakeFirstOrThrow();
  if (count >= limit.perDay || (latest && now.getTime() - latest.getTime() < limit.apartMs)) return false;
  await trx.insertInto('asked_letter').values({ address_key: key, asked_at: now }).execute();
  return true;
}

export const forgetAskedLetters = async (db: Db, before: Date): Promise<void> => {
  await db.deleteFrom('asked_letter').where('asked_at', '<', before).execute();
};
