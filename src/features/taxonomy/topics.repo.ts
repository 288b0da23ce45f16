import type { Db } from '#platform/database.ts';
import type { TopicRow } from './taxonomy.tables.ts';

export const findTopic = (db: Db, edition: string, slug: string): Promise<TopicRow | undefined> =>
  db
    .selectFrom('topic')
    .selectAll()
    .where('edition', '=', edition)
    .where('slug', '=', slug)
    .executeTakeFirst();

export const listTopics = (db: Db, edition: string): Promise<TopicRow[]> =>
  db.selectFrom('topic').selectAll().where('edition', '=', edition).orderBy('name').execute();

/** The topics of an edition that wire copy names by these codes or slugs. */
export const findTopicsNamed = (
  db: Db,
  edition: string,
  names: { codes: string[]; slugs: string[] },
): Promise<TopicRow[]> =>
  db
    .selectFrom('topic')
    .selectAll()
    .where('edition', '=', edition)
    .where((eb) =>
      eb.or([
        eb('code', '=', eb.fn.any(eb.val(names.codes))),
        eb('slug', '=', eb.fn.any(eb.val(names.slugs))),
      ]),
    )
    .orderBy('id')
    .execute();

/** The topics of these slugs in an edition, made where there are none; those that are there keep their names. By slug. */
export async function ensureTopics(
  db: Db,
  edition: string,
  topics: { slug: string; name: string }[],
): Promise<Map<string, number>> {
  const wanted = [...new Map(topics.map((topic) => [topic.slug, topic])).values()];
  if (wanted.length === 0) return new Map();
  const slugs = wanted.map(({ slug }) => slug);
  const find = () =>
    db
      .selectFrom('topic')
      .select(['id', 'slug'])
      .where('edition', '=', edition)
      .where('slug', 'in', slugs)
      .execute();
  const known = new Set((await find()).map(({ slug }) => slug));
  const missing = wanted
    .filter(({ slug }) => !known.has(slug))
    // In one order, so that two who make the same topics wait for each other and never in a ring.
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ slug, name }) => ({ edition, slug, name, code: null }));
  if (missing.length > 0) {
    await db
      .insertInto('topic')
      .values(missing)
      .onConflict((conflict) => conflict.columns(['edition', 'slug']).doNothing())
      .execute();
  }
  return new Map((await find()).map(({ id, slug }) => [slug, id]));
}

/** Inserts a topic or gives an existing one of that slug these values. */
export async function saveTopic(db: Db, topic: Omit<TopicRow, 'id'>): Promise<void> {
  await db
    .insertInto('topic')
    .values(topic)
    .onConflict((conflict) =>
      conflict
        .columns(['edition', 'slug'])
        .doUpdateSet({ name: topic.name, description: topic.description, code: topic.code }),
    )
    .execute();
}
