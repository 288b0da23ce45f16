import type { Db } from '#platform/database.ts';
import type { SubjectMap } from './subject-map.ts';
import type { SectionRow, SubjectMapRow } from './taxonomy.tables.ts';

/** What the desk has said of subjects, in every edition or in one. */
export const listSubjects = (db: Db, edition?: string): Promise<SubjectMapRow[]> => {
  const query = db.selectFrom('subject_map').selectAll().orderBy('edition').orderBy('code');
  return (edition === undefined ? query : query.where('edition', '=', edition)).execute();
};

/** The subject map of every edition, by its code; the sections are all of the paper. */
export async function readSubjectMaps(
  db: Db,
  sections: readonly SectionRow[],
): Promise<(edition: string) => SubjectMap> {
  const rows = await listSubjects(db);
  const maps = new Map<string, SubjectMap>();
  return (edition) => {
    const known = maps.get(edition);
    if (known) return known;
    const map: SubjectMap = {
      sections: sections.filter((section) => section.edition === edition),
      rows: new Map(rows.filter((row) => row.edition === edition).map((row) => [row.code, row])),
    };
    maps.set(edition, map);
    return map;
  };
}

/** Says where a subject goes in an edition; the code is a canonical one. */
export async function saveSubject(db: Db, row: SubjectMapRow): Promise<void> {
  const { section_id, topic_id } = row;
  await db
    .insertInto('subject_map')
    .values(row)
    .onConflict((conflict) => conflict.columns(['edition', 'code']).doUpdateSet({ section_id, topic_id }))
    .execute();
}

/** Forgets what the desk has said of a subject; answers whether there was anything. */
export async function removeSubject(db: Db, edition: string, code: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('subject_map')
    .where('edition', '=', edition)
    .where('code', '=', code)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}
