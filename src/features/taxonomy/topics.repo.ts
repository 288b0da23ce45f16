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
