import type { Db } from '#platform/database.ts';
import type { EditionRow } from './taxonomy.tables.ts';

export const listEditions = (db: Db): Promise<EditionRow[]> =>
  db.selectFrom('edition').selectAll().orderBy('position').orderBy('code').execute();

export const findEdition = (db: Db, code: string): Promise<EditionRow | undefined> =>
  db.selectFrom('edition').selectAll().where('code', '=', code).executeTakeFirst();

/** Inserts an edition or gives an existing one these values. */
export async function saveEdition(db: Db, edition: EditionRow): Promise<void> {
  const { code, ...values } = edition;
  await db
    .insertInto('edition')
    .values(edition)
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .execute();
}
