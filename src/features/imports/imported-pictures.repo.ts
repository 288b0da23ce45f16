import { type Generated, sql } from 'kysely';
import type { Db } from '#platform/database.ts';

declare module '#platform/database.ts' {
  interface Tables {
    imported_picture: { href: string; due_at: Date; tries: Generated<number> };
  }
}

export type WaitingPicture = { href: string; due_at: Date; tries: number };

export const addWaitingPictures = async (trx: Db, hrefs: string[], dueAt: Date): Promise<void> => {
  if (hrefs.length === 0) return;
  await trx
    .insertInto('imported_picture')
    .values(hrefs.map((href) => ({ href, due_at: dueAt })))
    .onConflict((conflict) => conflict.column('href').doNothing())
    .execute();
};

/** The picture whose turn it is, or will be first. */
export const findNextPicture = (db: Db): Promise<WaitingPicture | undefined> =>
  db.selectFrom('imported_picture').selectAll().orderBy('due_at').orderBy('href').limit(1).executeTakeFirst();

export const removeWaitingPicture = async (db: Db, href: string): Promise<void> => {
  await db.deleteFrom('imported_picture').where('href', '=', href).execute();
};

export const postponePicture = async (db: Db, href: string, dueAt: Date): Promise<void> => {
  await db
    .updateTable('imported_picture')
    .set({ due_at: dueAt, tries: sql`tries + 1` })
    .where('href', '=', href)
    .execute();
};
