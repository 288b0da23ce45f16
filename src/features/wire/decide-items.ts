import type { PlacedItem } from './message-parts.ts';
import { type StorableItem, sha256Hex, toStorable, toStorableText } from './storable-item.ts';
import type { WireFailure, WireItem } from './wire-item.schema.ts';

/** What is stored already of the items that a message brings. */
export type KnownItems = {
  /** guid → version → hash, for the versions that the message itself names. */
  versions: Map<string, Map<number, string>>;
  /** guid → the newest version stored. */
  newest: Map<string, { version: number; hash: string; versioncreated?: string }>;
  /** Hashes that failed before and need not be shown to the desk again. */
  failedHashes: Set<string>;
};

export type Placed = StorableItem & { position: number };
export type FreshItem = Placed & { version: number };
export type FailedItem = WireFailure & { hash: string; json?: string; version?: number };

/** What a message brings: items to store, items to keep with the reason why they cannot be used, and how many say nothing new. */
export type ItemDecisions = { fresh: FreshItem[]; failed: FailedItem[]; ignored: number };

/** An index entry of PostgreSQL holds about 2,700 bytes; guid shares it with two numbers. */
const MAX_GUID_BYTES = 2_000;

/** Items as they will be stored, with the hashes that they are known by. */
export const toPlaced = (items: PlacedItem[]): Placed[] =>
  items.map(({ item, position }) => ({ ...toStorable(item), position }));

/** A parser's failure with the hash that it is known by. */
export function toFailedItem(failure: WireFailure): FailedItem {
  const uri = failure.uri === undefined ? undefined : toStorableText(failure.uri);
  const reason = toStorableText(failure.reason);
  return { position: failure.position, uri, reason, hash: sha256Hex(JSON.stringify([uri ?? null, reason])) };
}

/**
 * Tells new items from repeated and broken ones.
 * - With a version: the same guid and version again is ignored (NewsML-G2: one version is one state of the item). Where its content
 *   differs all the same, the first stands and the second is kept as failed, for the desk to see; a cancelation counts as the next version.
 * - Without one (RSS, Atom, pages): the content decides. Changed copy is the next version, unless it says that it is older than what
 *   is stored. Of two such entries with one guid in one message the first counts, or they would replace each other at every poll.
 */
export function decideItems(placed: Placed[], failures: FailedItem[], known: KnownItems): ItemDecisions {
  const decisions: ItemDecisions = { fresh: [], failed: [...failures], ignored: 0 };
  const seen: Seen = new Map();
  for (const one of placed) {
    const stated = one.item.version;
    const decided: Decision =
      whyUnusable(one.item) ??
      (stated === undefined
        ? decideByContent(one, known, seen)
        : decideByVersion({ ...one, version: stated }, known, seen));
    if (decided === 'ignored' || known.failedHashes.has(one.hash)) {
      decisions.ignored += 1;
    } else if (typeof decided === 'object') {
      const { position, json, hash, item } = one;
      const uri = toStorableText(item.uri);
      const version = Number.isSafeInteger(stated) ? stated : undefined;
      decisions.failed.push({ position, json, hash, uri, reason: decided.reason, version });
    } else {
      decisions.fresh.push({ ...one, version: decided });
    }
    remember(seen, one.item.uri, { version: stated, hash: one.hash });
  }
  decisions.failed = decisions.failed.filter((failed) => !known.failedHashes.has(failed.hash));
  return decisions;
}

type Decision = number | 'ignored' | { reason: string };
/** guid → what this message said of it so far. */
type Seen = Map<string, { version?: number; hash: string }[]>;

function remember(seen: Seen, guid: string, entry: { version?: number; hash: string }): void {
  const entries = seen.get(guid);
  if (entries) entries.push(entry);
  else seen.set(guid, [entry]);
}

function whyUnusable({ uri, version }: WireItem): { reason: string } | undefined {
  if (uri.trim() === '') return { reason: 'The item has no identifier.' };
  const bytes = Buffer.byteLength(uri);
  if (bytes > MAX_GUID_BYTES) {
    return {
      reason: `The identifier of the item is ${bytes} bytes long; at most ${MAX_GUID_BYTES} can be kept.`,
    };
  }
  if (version !== undefined && (!Number.isSafeInteger(version) || version < 0)) {
    return { reason: `The version of the item, ${version}, is not a whole number that can be counted with.` };
  }
  return undefined;
}

function decideByVersion(one: FreshItem, known: KnownItems, seen: Seen): Decision {
  const { uri } = one.item;
  const here = seen.get(uri)?.find((other) => other.version === one.version)?.hash;
  const stored = here ?? known.versions.get(uri)?.get(one.version);
  if (stored === undefined) return one.version;
  if (stored === one.hash) return 'ignored';
  // An order to withdraw is obeyed however it is numbered.
  if (one.item.pubstatus === 'canceled') return decideCancelation(one, known, seen);
  return {
    reason: `Version ${one.version} of ${toStorableText(uri, 300)} came before with other content. The first one stands; a changed item needs a higher version.`,
  };
}

/** The version under which a cancelation is kept that names a version that is taken. */
function decideCancelation(one: FreshItem, known: KnownItems, seen: Seen): Decision {
  const { uri } = one.item;
  const newest = known.newest.get(uri);
  const here = seen.get(uri) ?? [];
  if (newest?.hash === one.hash || here.some(({ hash }) => hash === one.hash)) return 'ignored';
  return Math.max(one.version, newest?.version ?? 0, ...here.map(({ version = 0 }) => version)) + 1;
}

function decideByContent(one: Placed, known: KnownItems, seen: Seen): Decision {
  if (seen.has(one.item.uri)) return 'ignored';
  const newest = known.newest.get(one.item.uri);
  if (!newest) return 1;
  if (newest.hash === one.hash || isOlder(one.item.versioncreated, newest.versioncreated)) return 'ignored';
  return newest.version + 1;
}

function isOlder(time: string | undefined, than: string | undefined): boolean {
  return time !== undefined && than !== undefined && Date.parse(time) < Date.parse(than);
}
