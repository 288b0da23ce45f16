import { sql } from 'kysely';
import type { WireItem } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';

/** An item that came in before. `first`: no story was there yet that it could have gone to. */
export type PastItem = {
  id: number;
  source_id: number;
  item: WireItem;
  story_id: number | null;
  first: boolean;
  received_at: Date;
};

/** A page of usable items, the last first, of one source or all; `before` is the id of the last one of the page before. */
export const listPastItems = (
  db: Db,
  { sourceId, before, limit }: { sourceId?: number; before?: number; limit: number },
): Promise<PastItem[]> => {
  let query = db
    .selectFrom('wire_item')
    .leftJoin('fingerprint', 'fingerprint.item_id', 'wire_item.id')
    .select(['wire_item.id', 'wire_item.source_id', 'wire_item.story_id', 'wire_item.received_at'])
    .select(sql<WireItem>`wire_item.item`.as('item'))
    .select(sql<boolean>`coalesce(fingerprint.because, 'first') = 'first'`.as('first'))
    .where('wire_item.reason', 'is', null)
    .orderBy('wire_item.id', 'desc')
    .limit(limit);
  if (sourceId !== undefined) query = query.where('wire_item.source_id', '=', sourceId);
  if (before !== undefined) query = query.where('wire_item.id', '<', before);
  return query.execute();
};
