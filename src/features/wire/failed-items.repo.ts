import type { Db } from '#platform/database.ts';

export type FailedItemListing = {
  id: number;
  source: string;
  received_at: Date;
  /** Place in the message, from 0. */
  position: number;
  guid: string | null;
  version: number | null;
  reason: string;
  message_id: number;
  /** Name of the file or address that the message came under. */
  message_name: string | null;
  /** Whether nothing of the message could be read. */
  whole_message: boolean;
};

/** A page of items that could not be read or used, the latest first; `before` is the last id of the page before. */
export const listFailedItems = (
  db: Db,
  page: { limit: number; before?: number; sourceId?: number },
): Promise<FailedItemListing[]> => {
  let query = db
    .selectFrom('wire_item as item')
    .innerJoin('wire_source as source', 'source.id', 'item.source_id')
    .innerJoin('wire_message as message', 'message.id', 'item.message_id')
    .select((eb) => [
      'item.id',
      'source.name as source',
      'item.received_at',
      'item.position',
      'item.guid',
      'item.version',
      'item.message_id',
      'message.name as message_name',
      eb('message.reason', 'is not', null).$castTo<boolean>().as('whole_message'),
      eb.ref('item.reason').$notNull().as('reason'),
    ])
    .where('item.reason', 'is not', null)
    .orderBy('item.id', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('item.id', '<', page.before);
  if (page.sourceId !== undefined) query = query.where('item.source_id', '=', page.sourceId);
  return query.execute();
};
