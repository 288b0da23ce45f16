import type { Delivery, Received, WireSourceRow } from '#features/wire/wire.ts';
import { type Db, isConnectionFailure } from '#platform/database.ts';
import { type Arrival, toArrival } from './arrival.ts';
import { type Paper, readPaper, type TakenMessage, takeIn } from './take-in.ts';

/**
 * Takes in one message of a provider: stored as it came, read, made takes of, and published, withheld or killed as its
 * items and the source's rule say. One broken item never loses the others. Receiving it again changes nothing.
 */
export const receiveMessage = (db: Db, source: WireSourceRow, delivery: Delivery): Promise<Received> =>
  receiveArrival(db, toArrival(source, delivery));

/**
 * Takes in a message that has been read, a long one part by part, each in a transaction of its own. Where that is cut off, the message
 * says so until it is delivered again; what was taken in before then counts as known.
 */
export async function receiveArrival(db: Db, { message, parts }: Arrival): Promise<Received> {
  const paper = await readPaper(db);
  let received: TakenMessage | undefined;
  for (const part of parts) {
    const stored = await inTransaction(db, { message, parts: [part] }, paper);
    received = received ? joinParts(received, stored) : stored;
    if (stored.repeated) break;
  }
  if (!received) throw new Error('a message came in without any part');
  return received;
}

async function inTransaction(
  db: Db,
  { message, parts: [part] }: Arrival,
  paper: Paper,
): Promise<TakenMessage> {
  const work = async (guarded: boolean): Promise<TakenMessage> => {
    const [stored] = await db
      .transaction()
      .execute((trx) => takeIn(trx, [{ ...message, part }], paper, guarded));
    if (!stored) throw new Error('a message was taken in without an answer');
    return stored;
  };
  try {
    return await work(false);
  } catch (thrown) {
    if (isConnectionFailure(thrown)) throw thrown;
    // Guarding each item costs round trips, so it is done only where something went wrong.
    return work(true);
  }
}

const joinParts = (a: TakenMessage, b: TakenMessage): TakenMessage => ({
  messageId: a.messageId ?? b.messageId,
  repeated: false,
  items: [...a.items, ...b.items],
  ignored: a.ignored + b.ignored,
  failures: [...a.failures, ...b.failures],
  alerts: [...a.alerts, ...b.alerts],
});

/**
 * Takes in messages together, in one transaction, for the price of about one. No two may be from one source and share bytes or an item,
 * and each must be of one part. Where something goes wrong with one, each is taken in by itself, so that it harms no other.
 */
export async function receiveTogether(
  db: Db,
  arrivals: Arrival[],
): Promise<PromiseSettledResult<Received>[]> {
  if (arrivals.length > 1) {
    const messages = arrivals.map(({ message, parts: [part] }) => ({ ...message, part }));
    try {
      const paper = await readPaper(db);
      const stored = await db.transaction().execute((trx) => takeIn(trx, messages, paper, false));
      return stored.map((value) => ({ status: 'fulfilled', value }));
    } catch (thrown) {
      if (isConnectionFailure(thrown)) return arrivals.map(() => ({ status: 'rejected', reason: thrown }));
    }
  }
  const results: PromiseSettledResult<Received>[] = [];
  for (const arrival of arrivals) results.push(...(await Promise.allSettled([receiveArrival(db, arrival)])));
  return results;
}
