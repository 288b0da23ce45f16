import type { Db } from '#platform/database.ts';

/** The password of a source; '' where it has none. Read by its transport alone, never by a list. */
export async function findSecret(db: Db, sourceId: number): Promise<string> {
  const row = await db
    .selectFrom('wire_source_secret')
    .select('secret')
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return row?.secret ?? '';
}

/** Sets or, with undefined, deletes the password of a source. */
export async function saveSecret(db: Db, sourceId: number, secret: string | undefined): Promise<void> {
  if (secret === undefined) {
    await db.deleteFrom('wire_source_secret').where('source_id', '=', sourceId).execute();
    return;
  }
  await db
    .insertInto('wire_source_secret')
    .values({ source_id: sourceId, secret })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet({ secret }))
    .execute();
}
