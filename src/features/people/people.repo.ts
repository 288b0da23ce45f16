import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { PersonMentionRow, PersonRow } from './people.tables.ts';

/** The numbers of people by their slugs; those who are not known yet are made. */
export async function ensurePeople(
  db: Db,
  edition: string,
  slugs: readonly string[],
): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map();
  // In one order everywhere, so that two articles with the same names do not wait for each other.
  const rows = await db
    .insertInto('person')
    .values(slugs.toSorted().map((slug) => ({ edition, slug })))
    .onConflict((conflict) =>
      conflict.columns(['edition', 'slug']).doUpdateSet((eb) => ({ slug: eb.ref('excluded.slug') })),
    )
    .returning(['id', 'slug'])
    .execute();
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

export const findPersonRow = (db: Db, edition: string, slug: string): Promise<PersonRow | undefined> =>
  db
    .selectFrom('person')
    .selectAll()
    .where('edition', '=', edition)
    .where('slug', '=', slug)
    .executeTakeFirst();

export const updatePerson = async (
  db: Db,
  id: number,
  change: { struck?: boolean; set_name?: string },
): Promise<void> => {
  await db.updateTable('person').set(change).where('id', '=', id).execute();
};

/** People whom no article names any more are forgotten, but for what an editor said of them. */
export const forgetUnnamed = async (db: Db, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    delete from person p where p.id = any(${ids}::bigint[]) and not p.struck and p.set_name is null
      and not exists (select from person_mention m where m.person_id = p.id)`.execute(db);
};

type MentionRow = Omit<PersonMentionRow, 'told'>;
const KEPT = ['person_id', 'revision', 'visible_from', 'name', 'role', 'role_key', 'role_at'] as const;

export const listMentionsOf = (db: Db, articleId: number): Promise<PersonMentionRow[]> =>
  db
    .selectFrom('person_mention')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('person_id')
    .execute();

/** Writes all that an article says of people, in place of what it said of them before. */
export async function setMentions(db: Db, articleId: number, mentions: readonly MentionRow[]): Promise<void> {
  await db
    .deleteFrom('person_mention')
    .where('article_id', '=', articleId)
    .$if(mentions.length > 0, (query) =>
      query.where(
        'person_id',
        'not in',
        mentions.map(({ person_id }) => person_id),
      ),
    )
    .execute();
  if (mentions.length === 0) return;
  await db
    .insertInto('person_mention')
    .values(mentions.map(({ said, ...mention }) => ({ ...mention, said: JSON.stringify(said) })))
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'article_id']).doUpdateSet((eb) => ({
        ...Object.fromEntries(KEPT.map((column) => [column, eb.ref(`excluded.${column}`)])),
        sure: eb.ref('excluded.sure'),
        quoted: eb.ref('excluded.quoted'),
        said: eb.ref('excluded.said'),
      })),
    )
    .execute();
}
