import type { Db } from '#platform/database.ts';
import type { PartnerDeliveryRow } from './partners.tables.ts';

export const findDelivery = (
  db: Db,
  partnerId: number,
  articleId: number,
): Promise<PartnerDeliveryRow | undefined> =>
  db
    .selectFrom('partner_delivery')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .where('article_id', '=', articleId)
    .executeTakeFirst();

type Key = Pick<PartnerDeliveryRow, 'partner_id' | 'article_id'>;

/** Notes what arrived. */
export const saveSent = async (
  db: Db,
  sent: Key & Pick<PartnerDeliveryRow, 'version' | 'status' | 'at' | 'attempts'>,
): Promise<void> => {
  const row = { ...sent, state: 'sent' as const, error: null };
  await db
    .insertInto('partner_delivery')
    .values(row)
    .onConflict((conflict) => conflict.columns(['partner_id', 'article_id']).doUpdateSet(row))
    .execute();
};

/** Notes what did not arrive, or is not to be sent now; what arrived before stays known. */
export const saveWaiting = async (
  db: Db,
  waiting: Key & Pick<PartnerDeliveryRow, 'error' | 'at' | 'attempts'>,
): Promise<void> => {
  const row = { ...waiting, state: 'waiting' as const };
  await db
    .insertInto('partner_delivery')
    .values({ ...row, version: null, status: null })
    .onConflict((conflict) => conflict.columns(['partner_id', 'article_id']).doUpdateSet(row))
    .execute();
};

/** Articles that a partner still has to be sent, by their numbers from one on. */
export const listWaiting = async (
  db: Db,
  partnerId: number,
  page: { after: number; limit: number },
): Promise<number[]> => {
  const rows = await db
    .selectFrom('partner_delivery')
    .select('article_id')
    .where('partner_id', '=', partnerId)
    .where('state', '=', 'waiting')
    .where('article_id', '>', page.after)
    .orderBy('article_id')
    .limit(page.limit)
    .execute();
  return rows.map(({ article_id }) => article_id);
};

/** What was sent to a partner last, newest first. */
export const listDeliveries = (db: Db, partnerId: number, limit: number): Promise<PartnerDeliveryRow[]> =>
  db
    .selectFrom('partner_delivery')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .orderBy('at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute();
