import type { Db } from '#platform/database.ts';
import type { ContainerRow, SlotRow } from './fronts.tables.ts';

export const listContainers = (db: Db, edition: string): Promise<ContainerRow[]> =>
  db.selectFrom('front_container').selectAll().where('edition', '=', edition).orderBy('position').execute();

/** The picks of an edition's front that have not run out. */
export const listSlots = (db: Db, edition: string, now: Date): Promise<SlotRow[]> =>
  db
    .selectFrom('front_slot as s')
    .innerJoin('front_container as c', 'c.id', 's.container_id')
    .selectAll('s')
    .where('c.edition', '=', edition)
    .where((eb) => eb.or([eb('s.until', 'is', null), eb('s.until', '>', now)]))
    .orderBy('s.container_id')
    .orderBy('s.position')
    .execute();

export const insertContainer = async (db: Db, container: Omit<ContainerRow, 'id'>): Promise<void> => {
  await db.insertInto('front_container').values(container).execute();
};

/** Takes an article out of every container of an edition's front. */
export async function removeSlots(trx: Db, edition: string, articleId: number): Promise<number> {
  const result = await trx
    .deleteFrom('front_slot')
    .where('article_id', '=', articleId)
    .where(
      'container_id',
      'in',
      trx.selectFrom('front_container').select('id').where('edition', '=', edition),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Puts an article into a slot, in the place of the one that was there. */
export async function saveSlot(trx: Db, slot: SlotRow): Promise<void> {
  await trx
    .insertInto('front_slot')
    .values(slot)
    .onConflict((conflict) =>
      conflict
        .columns(['container_id', 'position'])
        .doUpdateSet({ article_id: slot.article_id, until: slot.until }),
    )
    .execute();
}
