import type { Receive, Received } from '#features/wire/wire.ts';
import { type Db, isConnectionFailure } from '#platform/database.ts';
import { type Arrival, toArrival } from './arrival.ts';
import { receiveArrival, receiveTogether } from './receive-message.ts';

type Waiting = {
  arrival: Arrival;
  resolve: (received: Received) => void;
  reject: (reason: unknown) => void;
};

type Lane = 'short' | 'long';

/** What one transaction takes: well under a second of work, and messages that fit into memory beside each other. */
const MOST_ITEMS = 200;
const MOST_BYTES = 16 * 1024 * 1024;

const isLong = ({ parts }: Arrival): boolean => parts.length > 1;

/** The names of what a message touches: no two messages of one transaction may have one in common. */
const marksOf = ({ message: { source, parsed, bytes } }: Arrival): string[] =>
  parsed && parsed.items.length > 0
    ? parsed.items.map(({ uri }) => `${source.id} ${uri}`)
    : [`${source.id} ${Buffer.from(bytes).toString('base64', 0, 48)}`];

/**
 * A `Receive` that takes in together what is delivered while an earlier transaction runs: the commit, which waits for the disk, is most
 * of what a single item costs. Deliveries of one source keep their order. Each settles by itself, after its commit, as if it had come
 * alone. A long message goes part by part beside the others, so that only its own source waits for it.
 */
export function createReceiveQueue(db: Db): Receive {
  const waiting: Waiting[] = [];
  const busy: Record<Lane, Set<number>> = { short: new Set(), long: new Set() };
  const running: Record<Lane, boolean> = { short: false, long: false };

  const run = async (lane: Lane): Promise<void> => {
    running[lane] = true;
    for (;;) {
      const batch = takeBatch(waiting, lane, busy[lane === 'short' ? 'long' : 'short']);
      if (batch.length === 0) break;
      busy[lane] = new Set(batch.map(({ arrival }) => arrival.message.source.id));
      const cutOff = await settle(db, lane, batch);
      rejectLater(waiting, cutOff);
      busy[lane] = new Set();
      wake();
    }
    running[lane] = false;
  };
  const wake = (): void => {
    if (!running.short) run('short');
    if (!running.long && waiting.some(({ arrival }) => isLong(arrival))) run('long');
  };
  return (source, delivery) =>
    new Promise((resolve, reject) => {
      waiting.push({ arrival: toArrival(source, delivery), resolve, reject });
      wake();
    });
}

/** Takes out of the queue, in its order, what a lane can take in now; where a delivery must wait, its source's later ones wait, too. */
function takeBatch(waiting: Waiting[], lane: Lane, busyElsewhere: Set<number>): Waiting[] {
  const batch: Waiting[] = [];
  const blocked = new Set(busyElsewhere);
  const marks = new Set<string>();
  let items = 0;
  let bytes = 0;
  for (const one of [...waiting]) {
    const { message } = one.arrival;
    const own = marksOf(one.arrival);
    const fits =
      batch.length === 0 ||
      (lane === 'short' &&
        items + own.length <= MOST_ITEMS &&
        bytes + message.bytes.byteLength <= MOST_BYTES &&
        !own.some((mark) => marks.has(mark)));
    if (isLong(one.arrival) !== (lane === 'long') || !fits || blocked.has(message.source.id)) {
      blocked.add(message.source.id);
      continue;
    }
    batch.push(one);
    waiting.splice(waiting.indexOf(one), 1);
    for (const mark of own) marks.add(mark);
    items += own.length;
    bytes += message.bytes.byteLength;
  }
  return batch;
}

type CutOff = { sourceId: number; reason: unknown };

/** Tells everyone how it went. Answers the sources of which something could not be stored because the database is away. */
async function settle(db: Db, lane: Lane, batch: Waiting[]): Promise<CutOff[]> {
  const arrivals = batch.map(({ arrival }) => arrival);
  const results =
    lane === 'short'
      ? await receiveTogether(db, arrivals)
      : await Promise.allSettled(arrivals.map((arrival) => receiveArrival(db, arrival)));
  const cutOff: CutOff[] = [];
  for (const [index, { arrival, resolve, reject }] of batch.entries()) {
    const result = results[index];
    if (result?.status === 'fulfilled') resolve(result.value);
    else reject(result?.reason);
    if (result?.status === 'rejected' && isConnectionFailure(result.reason))
      cutOff.push({ sourceId: arrival.message.source.id, reason: result.reason });
  }
  return cutOff;
}

/** What waits behind a delivery that will be offered again must be offered again after it. */
function rejectLater(waiting: Waiting[], cutOff: CutOff[]): void {
  const reasons = new Map(cutOff.map(({ sourceId, reason }) => [sourceId, reason]));
  for (const one of [...waiting]) {
    const { source } = one.arrival.message;
    if (!reasons.has(source.id)) continue;
    waiting.splice(waiting.indexOf(one), 1);
    one.reject(reasons.get(source.id));
  }
}
