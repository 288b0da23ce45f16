import type { Db } from '#platform/database.ts';
import type { TakeRow } from '../stories.tables.ts';
import { listTakes } from '../takes.repo.ts';
import { orderChain } from './chain-order.ts';
import { listFingerprints } from './fingerprints.repo.ts';
import type { Reason } from './fingerprints.tables.ts';

/** A take with the items that it came in, one a road; none of a take that the desk wrote. */
export type ChainedTake = {
  take: TakeRow;
  roads: { sourceId: number; guid: string; version: number; because: Reason }[];
};

/** The takes of a story from first to last, as the chain has them and not as they came; what the desk wrote comes after what it had before it. */
export async function listChain(db: Db, storyId: number): Promise<ChainedTake[]> {
  const [takes, items] = await Promise.all([listTakes(db, storyId), listFingerprints(db, [storyId])]);
  const byItem = new Map(takes.map((take) => [take.wire_item_id, take]));
  const reasons = new Map(items.map(({ fingerprint, because }) => [fingerprint.itemId, because]));
  const chained = orderChain(items.map(({ fingerprint }) => fingerprint)).flatMap(
    ({ entries }): ChainedTake[] => {
      const take = entries.map(({ itemId }) => byItem.get(itemId)).find((one) => one !== undefined);
      const roads = entries.map(({ itemId, sourceId, guid, version }) => ({
        ...{ sourceId, guid, version },
        because: reasons.get(itemId) ?? 'first',
      }));
      return take ? [{ take, roads }] : [];
    },
  );
  for (const take of takes) {
    if (take.wire_item_id !== null) continue;
    const after = chained.findLastIndex(({ take: other }) => other.number < take.number);
    chained.splice(after + 1, 0, { take, roads: [] });
  }
  return chained;
}
