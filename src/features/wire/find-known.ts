import type { Db } from '#platform/database.ts';
import { type FailedItem, type KnownItems, type Placed, toFailedItem, toPlaced } from './decide-items.ts';
import { listFailedHashes, listNewestVersions, listStoredVersions } from './items.repo.ts';
import type { MessagePart } from './message-parts.ts';
import type { WireSourceRow } from './wire.tables.ts';
import type { WireItem } from './wire-item.schema.ts';

/** A part of a message about to be compared with what is stored. */
export type PlacedPart = { source: WireSourceRow; placed: Placed[]; failures: FailedItem[] };

export const toPlacedPart = (source: WireSourceRow, part: MessagePart): PlacedPart => ({
  source,
  placed: toPlaced(part.items),
  failures: part.failures.map(toFailedItem),
});

/** What is stored already of the items of these parts, by source; three queries at most, however many parts there are. */
export async function findKnown(trx: Db, parts: PlacedPart[]): Promise<(sourceId: number) => KnownItems> {
  const bySource = new Map<number, KnownItems>();
  const knownOf = (sourceId: number): KnownItems => {
    const known = bySource.get(sourceId) ?? emptyKnown();
    bySource.set(sourceId, known);
    return known;
  };
  for (const row of await listStoredVersions(trx, parts.flatMap(statedVersions))) {
    const { versions } = knownOf(row.sourceId);
    versions.set(row.guid, (versions.get(row.guid) ?? new Map()).set(row.version, row.hash));
  }
  for (const row of await listNewestVersions(trx, parts.flatMap(withoutVersion))) {
    const { version, hash, versioncreated } = row;
    knownOf(row.sourceId).newest.set(row.guid, {
      version,
      hash,
      versioncreated: versioncreated ?? undefined,
    });
  }
  for (const row of await listFailedHashes(trx, parts.flatMap(shownAgain)))
    knownOf(row.sourceId).failedHashes.add(row.hash);
  return knownOf;
}

const emptyKnown = (): KnownItems => ({ versions: new Map(), newest: new Map(), failedHashes: new Set() });

const statedVersions = ({ source, placed }: PlacedPart) =>
  placed.flatMap(({ item: { uri, version } }) =>
    Number.isSafeInteger(version) && version !== undefined
      ? [{ sourceId: source.id, guid: uri, version }]
      : [],
  );

/** Items whose version is ours to count; a cancelation may name a version that is taken. */
const needsNewest = ({ version, pubstatus }: WireItem): boolean =>
  version === undefined || pubstatus === 'canceled';

function withoutVersion({ source, placed }: PlacedPart) {
  const guids = placed.flatMap(({ item }) => (needsNewest(item) ? [item.uri] : []));
  return [...new Set(guids)].map((guid) => ({ sourceId: source.id, guid }));
}

/** A polled feed shows its broken items again at every change of another; once is enough for the desk. */
const shownAgain = ({ source, placed, failures }: PlacedPart) =>
  source.kind === 'url' ? [...placed, ...failures].map(({ hash }) => ({ sourceId: source.id, hash })) : [];
