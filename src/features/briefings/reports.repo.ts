import type { Db } from '#platform/database.ts';

export type StoredReport = {
  address_key: string;
  kind: 'bounce' | 'complaint';
  status: string;
  detail: string;
  delivery_id: number | null;
  received_at: Date;
};

export const insertReport = async (db: Db, report: StoredReport): Promise<void> => {
  await db.insertInto('mail_report').values(report).execute();
};

/** How many bounces an address had since a moment, without refusals of our mail as such (5.3, 5.7), which say nothing about it. */
export const countBounces = async (db: Db, key: string, since: Date): Promise<number> => {
  const { count } = await db
    .selectFrom('mail_report')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('address_key', '=', key)
    .where('kind', '=', 'bounce')
    .where('status', 'not like', '5.3.%')
    .where('status', 'not like', '5.7.%')
    .where('received_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
};

/** The address that a delivery or a letter went to. */
export const findAddressOf = async (
  db: Db,
  mail: { kind: 'delivery' | 'letter'; id: number },
): Promise<string | undefined> => {
  const row =
    mail.kind === 'letter'
      ? await db.selectFrom('subscriber').select('address_key').where('id', '=', mail.id).executeTakeFirst()
      : await db
          .selectFrom('delivery as d')
          .innerJoin('subscriber as s', 's.id', 'd.subscriber_id')
          .select('s.address_key')
          .where('d.id', '=', mail.id)
          .executeTakeFirst();
  return row?.address_key;
};
