import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { ArticleRow, RevisionRow } from './articles.tables.ts';

export const findArticleOfStory = (trx: Db, storyId: number): Promise<ArticleRow | undefined> =>
  trx.selectFrom('article').selectAll().where('story_id', '=', storyId).forUpdate().executeTakeFirst();

export const findArticleById = (db: Db, id: number): Promise<ArticleRow | undefined> =>
  db.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst();

/** The article that has, or once had, an address; seen by readers or not. */
export const findArticleByAddress = (db: Db, path: string): Promise<ArticleRow | undefined> =>
  db
    .selectFrom('article as a')
    .innerJoin('article_address as o', 'o.article_id', 'a.id')
    .selectAll('a')
    .where('o.path', '=', path)
    .executeTakeFirst();

export const insertArticles = (trx: Db, articles: Insertable<Tables['article']>[]): Promise<ArticleRow[]> =>
  trx.insertInto('article').values(articles).returningAll().execute();

export const updateArticle = (
  trx: Db,
  id: number,
  change: Updateable<Tables['article']>,
): Promise<ArticleRow> =>
  trx.updateTable('article').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

/** So many next numbers, for rows that are not there yet: an article is its own translation group until it joins another. */
export const nextArticleIds = async (trx: Db, count: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`/* prepare next_articles */
    select nextval(pg_get_serial_sequence('article', 'id')) as id from generate_series(1, ${count})`.execute(
    trx,
  );
  return rows.map((row) => row.id);
};

/** The translation groups of the articles of these stories. */
export const listGroupsOf = async (
  trx: Db,
  storyIds: number[],
): Promise<{ story_id: number; translation_group: number }[]> =>
  storyIds.length === 0
    ? []
    : trx
        .selectFrom('article')
        .select(['story_id', 'translation_group'])
        .where('story_id', 'in', storyIds)
        .execute();

export const insertRevisions = async (
  trx: Db,
  revisions: Insertable<Tables['revision']>[],
): Promise<void> => {
  await trx.insertInto('revision').values(revisions).execute();
};

export const findRevision = (trx: Db, articleId: number, number: number): Promise<RevisionRow | undefined> =>
  trx
    .selectFrom('revision')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst();

/** The revision that readers saw last before a moment, undefined where they had seen none. */
export const findRevisionSeen = (trx: Db, articleId: number, at: Date): Promise<RevisionRow | undefined> =>
  trx
    .selectFrom('revision as r')
    .selectAll('r')
    .where('r.article_id', '=', articleId)
    .where('r.published_at', '<=', at)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('revision as n')
            .select('n.number')
            .where('n.article_id', '=', articleId)
            .whereRef('n.number', '>', 'r.number')
            .whereRef('n.written_at', '<', 'r.published_at'),
        ),
      ),
    )
    .orderBy('r.number', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * Gives an article the first free of the addresses `path`, `path-2`, `path-3`…; one that it already has is free for it.
 * The insert itself decides, so that two publications at one moment cannot get the same address.
 */
export async function claimAddress(trx: Db, articleId: number, path: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const candidate = attempt === 1 ? path : `${path}-${attempt}`;
    const claimed = await trx
      .insertInto('article_address')
      .values({ path: candidate, article_id: articleId })
      .onConflict((conflict) =>
        conflict
          .column('path')
          .doUpdateSet({ article_id: articleId })
          .where('article_address.article_id', '=', articleId),
      )
      .returning('path')
      .executeTakeFirst();
    if (claimed) return claimed.path;
  }
}

/** Gives articles their addresses as far as those are free; answers the articles that got theirs. */
export async function claimAddresses(
  trx: Db,
  wanted: { path: string; article_id: number }[],
): Promise<Set<number>> {
  const claimed = await trx
    .insertInto('article_address')
    .values(wanted)
    .onConflict((conflict) => conflict.column('path').doNothing())
    .returning('article_id')
    .execute();
  return new Set(claimed.map((row) => row.article_id));
}

/** Which articles have, or once had, these addresses. */
export const listAddressOwners = async (trx: Db, paths: string[]): Promise<Map<string, number>> => {
  const rows = await trx.selectFrom('article_address').selectAll().where('path', 'in', paths).execute();
  return new Map(rows.map(({ path, article_id }) => [path, article_id]));
};

/** Gives every address of an article to another: readers who come by them are led to that one. */
export const giveAddresses = async (trx: Db, from: number, to: number): Promise<void> => {
  await trx.updateTable('article_address').set({ article_id: to }).where('article_id', '=', from).execute();
};

type Placed = Pick<ArticleRow, 'id' | 'edition' | 'visible_from'>;

/** Puts articles under topics, in one statement. */
export async function insertTopics(
  trx: Db,
  articles: { article: Placed; topics: number[] }[],
): Promise<void> {
  const rows = articles.flatMap(({ article: { id, edition, visible_from }, topics }) =>
    topics.map((topic_id) => ({ topic_id, article_id: id, edition, visible_from })),
  );
  if (rows.length > 0) await trx.insertInto('article_topic').values(rows).execute();
}

/** Says which pictures articles show, in one statement. */
export async function insertPictures(
  trx: Db,
  articles: { article: Pick<ArticleRow, 'id'>; hrefs: string[] }[],
): Promise<void> {
  const rows = articles.flatMap(({ article, hrefs }) =>
    [...new Set(hrefs)].map((href) => ({ article_id: article.id, href })),
  );
  if (rows.length > 0) await trx.insertInto('article_picture').values(rows).execute();
}

/** Replaces the topics of an article. */
export async function setTopics(trx: Db, article: ArticleRow, topics: number[]): Promise<void> {
  await trx.deleteFrom('article_topic').where('article_id', '=', article.id).execute();
  await insertTopics(trx, [{ article, topics }]);
}

/** Replaces the pictures of an article. */
export async function setPictures(trx: Db, articleId: number, hrefs: string[]): Promise<void> {
  await trx.deleteFrom('article_picture').where('article_id', '=', articleId).execute();
  await insertPictures(trx, [{ article: { id: articleId }, hrefs }]);
}

/** The topics that an article is under now. */
export const topicsOf = async (trx: Db, articleId: number): Promise<number[]> => {
  const rows = await trx
    .selectFrom('article_topic')
    .select('topic_id')
    .where('article_id', '=', articleId)
    .execute();
  return rows.map((row) => row.topic_id);
};

/**
 * Moves every article of a section to addresses that begin with `to` instead of `from`; the old ones go on leading to
 * them. An article that had such an address before gets it back; where another has it, the next free one after it.
 */
export async function moveAddresses(
  trx: Db,
  section: { id: number; from: string; to: string },
): Promise<number> {
  const moved = sql<string>`${section.to} || substr(a.path, ${section.from.length + 1})`;
  const ours = trx.selectFrom('article as a').where('a.section_id', '=', section.id);
  await trx
    .insertInto('article_address')
    .columns(['path', 'article_id'])
    .expression(ours.select([moved.as('path'), 'a.id']))
    .onConflict((conflict) => conflict.column('path').doNothing())
    .execute();
  const wanted = await ours
    .innerJoin('article_address as taken', (join) => join.on('taken.path', '=', moved))
    .whereRef('taken.article_id', '<>', 'a.id')
    .select(['a.id', moved.as('path')])
    .execute();
  const result = await trx
    .updateTable('article as a')
    .set({ path: moved })
    .where('a.section_id', '=', section.id)
    .executeTakeFirst();
  for (const { id, path } of wanted) {
    await updateArticle(trx, id, { path: await claimAddress(trx, id, path) });
  }
  return Number(result.numUpdatedRows);
}

/** The articles that use the picture of this address, seen or not. */
export const articlesWithPicture = async (trx: Db, href: string): Promise<number[]> => {
  const rows = await trx
    .selectFrom('article_picture')
    .select('article_id')
    .where('href', '=', href)
    .execute();
  return rows.map((row) => row.article_id);
};
