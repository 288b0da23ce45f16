import { type Db, withTransaction } from '#platform/database.ts';
import {
  decideItems,
  type FailedItem,
  type FreshItem,
  type ItemDecisions,
  toFailedItem,
} from './decide-items.ts';
import { findKnown, toPlacedPart } from './find-known.ts';
import { deleteFailedItems, insertItems, type NewItemRow, placeKey } from './items.repo.ts';
import { type MessagePart, wholeMessage } from './message-parts.ts';
import { clearMessageReason, insertMessages, listMessages } from './messages.repo.ts';
import { lockSources } from './sources.repo.ts';
import { sha256Hex, toStorableText } from './storable-item.ts';
import type { WireSourceRow } from './wire.tables.ts';
import type { ParsedMessage, WireFailure, WireItem } from './wire-item.schema.ts';

/** A message as it came, and what the parser made of it: `error` is the sentence why nothing of it could be read. */
export type StoreMessage = {
  source: WireSourceRow;
  bytes: Uint8Array;
  parsed?: ParsedMessage;
  /** The part of `parsed` to take in now; absent: all of it. */
  part?: MessagePart;
  error?: string;
  contentType?: string;
  /** Name of the file or address that it came under. */
  name?: string;
  receivedAt: Date;
};

/** `version` is the provider's or, where the format has none, ours: 1, 2, 3 … by changes of the content. */
export type StoredItem = { id: number; position: number; item: WireItem; version: number };

export type StoredMessage = {
  /** Absent where a polled document brought nothing new and was not kept. */
  messageId?: number;
  /** The same bytes came from this source before; nothing was stored. */
  repeated: boolean;
  /** The new ones, in the order of the message. */
  items: StoredItem[];
  /** How many said nothing new. */
  ignored: number;
  /** The ones that could not be read or used, kept with these reasons. */
  failures: WireFailure[];
  /** Why nothing of the message could be read. */
  reason?: string;
};

/** Stands on a long message while its parts are taken in; delivered again, it is gone through from the start. */
const UNFINISHED = 'This message was not taken in to its end; deliver it again.';

/**
 * Stores a message byte for byte and its new items, each with its version; see `decideItems` for what is new.
 * Broken items are kept with their reason, and so is a message of which nothing could be read.
 * The same bytes from the same source again are `repeated`. (A feed that goes back to exactly an earlier state is taken for a repetition
 * until its next change, which then brings the items as they stand.)
 * Runs in the caller's transaction where `trx` is one; messages of one source wait for each other until it ends.
 */
export async function storeMessage(trx: Db, message: StoreMessage): Promise<StoredMessage> {
  const [stored] = await storeMessages(trx, [message]);
  if (!stored) throw new Error('a message was stored without an answer');
  return stored;
}

/**
 * Stores messages as `storeMessage` does one, in as many statements as one takes. No two of them may be from one source and have the
 * same bytes or an item in common. The answers are in the order of the messages.
 */
export function storeMessages(trx: Db, messages: StoreMessage[]): Promise<StoredMessage[]> {
  return withTransaction(trx, async (trx) => {
    await lockSources(trx, [...new Set(messages.map(({ source }) => source.id))]);
    const arrivals = await recognise(trx, messages);
    await decideAll(trx, arrivals);
    await keepMessages(trx, arrivals);
    return storeItems(trx, arrivals);
  });
}

type Arrival = {
  message: StoreMessage;
  sha256: string;
  part: MessagePart | undefined;
  /** The same bytes from the same source, if they came before. */
  earlier?: { id: number; reason: string | null };
  /** Undefined where there is nothing to decide: a repetition. */
  decisions?: ItemDecisions;
  /** Of the row that holds the bytes; undefined where they are not kept. */
  messageId?: number;
};

const keyOf = ({ source_id, sha256 }: { source_id: number; sha256: string }) => `${source_id}:${sha256}`;
const arrivalKey = ({ message, sha256 }: Arrival) => keyOf({ source_id: message.source.id, sha256 });

async function recognise(trx: Db, messages: StoreMessage[]): Promise<Arrival[]> {
  const arrivals = messages.map((message): Arrival => {
    const part = message.part ?? (message.parsed && wholeMessage(message.parsed));
    return { message, sha256: sha256Hex(message.bytes), part };
  });
  const keys = arrivals.map(({ message, sha256 }) => ({ source_id: message.source.id, sha256 }));
  const known = new Map((await listMessages(trx, keys)).map((row) => [keyOf(row), row]));
  return arrivals.map((arrival) => ({ ...arrival, earlier: known.get(arrivalKey(arrival)) }));
}

/** Nothing to do: taken in before, or found unreadable before and not readable now either. */
const isRepeated = ({ earlier, part }: Arrival): boolean =>
  earlier !== undefined && (!part || (part.first && earlier.reason === null));

async function decideAll(trx: Db, arrivals: Arrival[]): Promise<void> {
  const open = arrivals.flatMap((arrival) =>
    arrival.part && !isRepeated(arrival)
      ? [{ arrival, placed: toPlacedPart(arrival.message.source, arrival.part) }]
      : [],
  );
  const knownOf = await findKnown(
    trx,
    open.map(({ placed }) => placed),
  );
  for (const { arrival, placed } of open)
    arrival.decisions = decideItems(placed.placed, placed.failures, knownOf(placed.source.id));
  for (const arrival of arrivals) {
    if (arrival.part || isRepeated(arrival)) continue;
    const reason = unreadReason(arrival);
    arrival.decisions = { fresh: [], failed: [toFailedItem({ position: 0, reason })], ignored: 0 };
  }
}

const unreadReason = ({ message }: Arrival): string =>
  toStorableText(message.error ?? 'Nothing in this message could be read.');

/** A feed is fetched again and again; its copies are worth keeping only where something in them was new. */
function isWorthKeeping({ message, part, decisions, earlier }: Arrival): boolean {
  if (!decisions) return false;
  const continues = earlier !== undefined && !(part?.first && part.last);
  return message.source.kind !== 'url' || decisions.fresh.length + decisions.failed.length > 0 || continues;
}

/** Sees to it that there is a row with the bytes of every message, and that it says how far the message was read. */
async function keepMessages(trx: Db, arrivals: Arrival[]): Promise<void> {
  const kept = arrivals.filter(isWorthKeeping);
  const inserted = await insertMessages(trx, kept.filter(({ earlier }) => !earlier).map(toRow));
  const ids = new Map(inserted.map((row) => [keyOf(row), row.id]));
  for (const arrival of kept) {
    const { earlier, part } = arrival;
    arrival.messageId = earlier?.id ?? ids.get(arrivalKey(arrival));
    if (!earlier) continue;
    if (part?.first) await deleteFailedItems(trx, earlier.id);
    if (part?.last && earlier.reason !== null) await clearMessageReason(trx, earlier.id);
  }
}

async function storeItems(trx: Db, arrivals: Arrival[]): Promise<StoredMessage[]> {
  const rows = arrivals.flatMap(({ message, messageId, decisions }) =>
    messageId === undefined || !decisions
      ? []
      : [...decisions.fresh.map(toFreshRow), ...decisions.failed.map(toFailedRow)].map((row) => ({
          ...row,
          message_id: messageId,
          source_id: message.source.id,
          received_at: message.receivedAt,
        })),
  );
  const ids = await insertItems(trx, rows);
  return arrivals.map((arrival) => toStored(arrival, ids));
}

function toStored(arrival: Arrival, ids: Map<string, number>): StoredMessage {
  const { messageId, decisions, earlier, message, part } = arrival;
  if (!decisions) {
    const ignored = message.parsed?.items.length ?? 0;
    const reason = earlier?.reason ?? undefined;
    return { messageId: earlier?.id, repeated: true, items: [], ignored, failures: [], reason };
  }
  if (!part) {
    const reason = unreadReason(arrival);
    return { messageId, repeated: false, items: [], ignored: 0, failures: [], reason };
  }
  const items = decisions.fresh.flatMap(({ position, item, version }) => {
    const id = messageId === undefined ? undefined : ids.get(placeKey({ message_id: messageId, position }));
    return id === undefined ? [] : [{ id, position, item, version }];
  });
  const failures = decisions.failed.map(({ position, uri, reason }) => ({ position, uri, reason }));
  return { messageId, repeated: false, items, ignored: decisions.ignored + part.repeats, failures };
}

function toRow(arrival: Arrival) {
  const { message, sha256, part } = arrival;
  return {
    source_id: message.source.id,
    sha256,
    raw: message.bytes,
    content_type: message.contentType === undefined ? null : toStorableText(message.contentType, 200),
    name: message.name === undefined ? null : toStorableText(message.name, 500),
    received_at: message.receivedAt,
    reason: part ? (part.last ? null : UNFINISHED) : unreadReason(arrival),
  };
}

const toFreshRow = ({ position, item, version, hash, json }: FreshItem): NewItemRow => ({
  position,
  guid: item.uri,
  version,
  content_hash: hash,
  item: json,
  reason: null,
});

const toFailedRow = ({ position, uri, version, hash, json, reason }: FailedItem): NewItemRow => ({
  position,
  guid: uri ?? null,
  version: version ?? null,
  content_hash: hash,
  item: json ?? null,
  reason,
});
