import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { BriefingListRow } from '../briefings.tables.ts';
import { ensureListOf } from '../ensure-lists.ts';

export const LONG_AGO = new Date('2025-03-01T00:00:00Z');

/** So many confirmed readers of an edition's briefing, reader1@example.org and so on. */
export async function buildReaders(db: Db, count: number, edition = 'en'): Promise<BriefingListRow> {
  const list = await ensureListOf(db, edition, LONG_AGO);
  await sql`
    with made as (
      insert into subscriber (address, address_key, created_at)
      select 'Reader' || n || '@example.org', 'reader' || n || '@example.org', ${LONG_AGO}
      from generate_series(1, ${count}) n
      on conflict (address_key) do update set address = excluded.address returning id)
    insert into subscription (subscriber_id, list_id, state, changed_at)
    select id, ${list.id}, 'active', ${LONG_AGO} from made on conflict do nothing`.execute(db);
  return list;
}

export type Counted = Record<string, number>;

export const countStates = async (db: Db, sendId: number): Promise<Counted> => {
  const rows = await db
    .selectFrom('delivery')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('send_id', '=', sendId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

/** Whether a send is over. */
export const isOver = (db: Db, sendId: number) => async (): Promise<boolean> => {
  const { state } = await db
    .selectFrom('send')
    .select('state')
    .where('id', '=', sendId)
    .executeTakeFirstOrThrow();
  return state === 'sent' || state === 'stopped';
};
