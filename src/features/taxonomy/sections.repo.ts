import type { Db } from '#platform/database.ts';
import type { SectionRow } from './taxonomy.tables.ts';

export const listSections = (db: Db): Promise<SectionRow[]> =>
  db.selectFrom('section').selectAll().orderBy('edition').orderBy('position').orderBy('id').execute();

export const findSection = (db: Db, edition: string, slug: string): Promise<SectionRow | undefined> =>
  db
    .selectFrom('section')
    .selectAll()
    .where('edition', '=', edition)
    .where('slug', '=', slug)
    .executeTakeFirst();

export const findSectionById = (db: Db, id: number): Promise<SectionRow | undefined> =>
  db.selectFrom('section').selectAll().where('id', '=', id).executeTakeFirst();

/** The section that once had this slug. */
export const findSectionByAlias = (db: Db, edition: string, slug: string): Promise<SectionRow | undefined> =>
  db
    .selectFrom('section_alias')
    .innerJoin('section', 'section.id', 'section_alias.section_id')
    .selectAll('section')
    .where('section_alias.edition', '=', edition)
    .where('section_alias.slug', '=', slug)
    .executeTakeFirst();

/** Inserts a section at the end of its edition; an existing one of that slug is returned as it is. */
export async function insertSection(
  db: Db,
  section: { edition: string; slug: string; name: string },
): Promise<SectionRow> {
  const position = db
    .selectFrom('section')
    .select((eb) => eb(eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)), '+', eb.lit(1)).as('position'))
    .where('edition', '=', section.edition);
  return db
    .insertInto('section')
    .values({ ...section, position })
    .onConflict((conflict) => conflict.columns(['edition', 'slug']).doUpdateSet({ slug: section.slug }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export const updateSection = (
  db: Db,
  id: number,
  change: Partial<Pick<SectionRow, 'slug' | 'name' | 'position'>>,
): Promise<SectionRow> =>
  db.updateTable('section').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

/** Remembers a slug that a section has given up, and frees the new one if it was remembered for another. */
export async function saveSectionAlias(
  db: Db,
  alias: { edition: string; slug: string; section_id: number },
): Promise<void> {
  await db
    .insertInto('section_alias')
    .values(alias)
    .onConflict((conflict) => conflict.columns(['edition', 'slug']).doUpdateSet(alias))
    .execute();
}

/** Inserts a section or gives an existing one of that slug this name and place. */
export async function saveSection(db: Db, section: Omit<SectionRow, 'id'>): Promise<void> {
  await db
    .insertInto('section')
    .values(section)
    .onConflict((conflict) =>
      conflict.columns(['edition', 'slug']).doUpdateSet({ name: section.name, position: section.position }),
    )
    .execute();
}
