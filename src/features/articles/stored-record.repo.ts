import { toText } from '#document/to-text.ts';
import type { Db } from '#platform/database.ts';
import type { TextRecord } from '#record/read-record.ts';

/** The record of an article's current revision as the reader gave it, without what editors decided. */
export type StoredRecord = {
  number: number;
  as_of: Date;
  record: TextRecord;
  text: string;
  language: string;
  zone: string;
};

/** For the desk: of any article, seen by readers or not. */
export async function findRecordOf(db: Db, articleId: number): Promise<StoredRecord | undefined> {
  const row = await db
    .selectFrom('article as a')
    .innerJoin('edition as e', 'e.code', 'a.edition')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.number', '=', 'a.current_revision'),
    )
    .innerJoin('revision_record as rr', (join) =>
      join.onRef('rr.article_id', '=', 'a.id').onRef('rr.number', '=', 'a.current_revision'),
    )
    .select(['rr.number', 'rr.as_of', 'rr.record', 'r.body', 'a.language', 'e.zone'])
    .where('a.id', '=', articleId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { body, ...stored } = row;
  return { ...stored, text: toText(body) };
}
