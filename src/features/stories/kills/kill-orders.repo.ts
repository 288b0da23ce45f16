import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { type KillName, type KillOrder, NAMED_DAY_WINDOW, type NameKind, SKEW } from './kill-order.ts';
import './kill-orders.tables.ts';

export async function insertKillOrders(trx: Db, orders: KillOrder[]): Promise<void> {
  const rows = orders.flatMap(({ names, itemId, sourceId, guid, realm, at }) =>
    names.map(({ kind, name, day = null }) => ({
      ...{ item_id: itemId, kind, name, day, source_id: sourceId, guid, realm, at: new Date(at) },
    })),
  );
  if (rows.length === 0) return;
  await trx
    .insertInto('kill_order')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The names of an item by which an order may have been given before it came. */
export type NamesOfItem = { guid: string; number: string | null; slug: string; at: number };

type Row = { itemId: number; sourceId: number; guid: string; realm: string; at: Date } & {
  kind: NameKind;
  name: string;
  day: string | null;
};

/** The orders, with all that they name, that may mean one of these items. One statement. */
export async function listOrdersFor(trx: Db, items: NamesOfItem[]): Promise<KillOrder[]> {
  if (items.length === 0) return [];
  const names = items.flatMap(({ guid, number, slug, at }) =>
    [
      { kind: 'guid', name: guid, at },
      { kind: 'number', name: number ?? '', at },
      { kind: 'slug', name: slug, at },
    ].filter(({ name }) => name !== ''),
  );
  const { rows } = await sql<Row>`/* prepare kill_orders */
    select o.item_id as "itemId", o.source_id as "sourceId", o.guid, o.realm, o.at, o.kind, o.name, o.day::text as day
    from kill_order o
    where o.item_id in (
      select k.item_id
      from unnest(
        ${names.map(({ kind }) => kind)}::text[], ${names.map(({ name }) => name)}::text[],
        ${names.map(({ at }) => new Date(at))}::timestamptz[]
      ) as asked (kind, name, at)
      join kill_order k on k.name = asked.name and k.kind = asked.kind and (k.kind = 'guid' or k.at between
        asked.at - ${`${SKEW} milliseconds`}::interval and asked.at + ${`${NAMED_DAY_WINDOW} milliseconds`}::interval)
    )`.execute(trx);
  const orders = new Map<number, KillOrder>();
  for (const { kind, name, day, ...row } of rows) {
    const named: KillName = { kind, name, ...(day === null ? {} : { day }) };
    const order = orders.get(row.itemId) ?? { ...row, at: row.at.getTime(), names: [] };
    orders.set(row.itemId, { ...order, names: [...order.names, named] });
  }
  return [...orders.values()];
}
