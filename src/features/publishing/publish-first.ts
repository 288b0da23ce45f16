import {
  type ArticleRow,
  articlePath,
  articleSlug,
  claimAddress,
  claimAddresses,
  insertArticles,
  insertPictures,
  insertRevisions,
  insertTopics,
  listGroupsOf,
  nextArticleIds,
  updateArticle,
} from '#features/articles/articles.ts';
import { markPublished, NEVER, type StoryRow, type TakeRow } from '#features/stories/stories.ts';
import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { announceAll } from './announce.ts';
import { listedParts } from './listed-parts.ts';
import { writeRecords } from './write-records.ts';
import { type RevisionClaim, toRevision } from './write-revision.ts';

/** A story that becomes an article: its current take, and where it goes. */
export type FirstPublication = {
  story: StoryRow;
  take: TakeRow;
  edition: EditionRow;
  section: SectionRow;
  at: Date;
  claim?: RevisionClaim;
};

/**
 * Publishes stories that have no article yet, all of them in about ten statements. Their states must allow it; the answers are in the
 * order of the publications.
 */
export async function publishFirst(trx: Db, publications: FirstPublication[]): Promise<ArticleRow[]> {
  if (publications.length === 0) return [];
  const rows = await insertArticles(trx, await toArticles(trx, publications));
  const byStory = new Map(rows.map((row) => [row.story_id, row]));
  const made = publications.flatMap((publication) => {
    const article = byStory.get(publication.story.id);
    return article ? [{ ...publication, article }] : [];
  });
  await settleAddresses(
    trx,
    made.map(({ article }) => article),
  );
  await insertTopics(
    trx,
    made.map(({ article, take: { topics } }) => ({ article, topics })),
  );
  await insertPictures(
    trx,
    made.map(({ article, take: { pictures } }) => ({ article, hrefs: pictures.map(({ href }) => href) })),
  );
  const revisions = made.map(({ article, take, at, claim = {} }) =>
    toRevision({ article, take, claim, at }, 1, claim.kind ?? 'first', undefined),
  );
  await insertRevisions(trx, revisions);
  await writeRecords(
    trx,
    made.flatMap(({ article, take: { body }, edition: { zone } }, at) => {
      const revision = revisions[at];
      return revision ? [{ ...revision, articleId: article.id, body, zone }] : [];
    }),
  );
  await markPublished(
    trx,
    made.map(({ story, at }) => ({ id: story.id, at })),
  );
  const announced = made.map(({ article, take: { topics } }) => ({ article, topics }));
  await announceAll(trx, announced, { hard: false });
  return made.map(({ article }) => article);
}

/** The moment from which readers may see it: now, or the end of the embargo. */
export const visibleFrom = (story: StoryRow, at: Date): Date =>
  story.embargo_until && story.embargo_until > at ? story.embargo_until : at;

/** The address that a publication would have if nothing else had it. */
export function wantedPath(
  { edition, section, story, at }: Pick<FirstPublication, 'edition' | 'section' | 'story' | 'at'>,
  { headline, visible_from }: Pick<ArticleRow, 'headline' | 'visible_from'>,
): string {
  return articlePath({
    prefix: edition.prefix,
    zone: edition.zone,
    section: section.slug,
    slug: story.slug ?? articleSlug(headline),
    // Under an embargo without an end the day of publication is not known yet.
    publishedAt: visible_from.getTime() === NEVER.getTime() ? at : visible_from,
  });
}

async function toArticles(trx: Db, publications: FirstPublication[]) {
  const ids = await nextArticleIds(trx, publications.length);
  const originals = publications.flatMap(({ story }) => story.translation_of ?? []);
  const groups = new Map(
    (await listGroupsOf(trx, originals)).map((row) => [row.story_id, row.translation_group]),
  );
  return publications.map((publication, index) => {
    const { story, take, claim, at } = publication;
    const id = ids[index] ?? 0;
    const visible_from = visibleFrom(story, at);
    // An original comes before its translations, so its group is known here even where both are new.
    const group = story.translation_of === null ? undefined : groups.get(story.translation_of);
    groups.set(story.id, group ?? id);
    return {
      id,
      story_id: story.id,
      edition: story.edition,
      section_id: story.section_id,
      path: wantedPath(publication, { headline: take.headline, visible_from }),
      status: claim?.kind === 'retraction' ? ('retracted' as const) : ('live' as const),
      withheld: false,
      visible_from,
      updated_at: visible_from,
      current_revision: 1,
      translation_group: group ?? id,
      language: take.language,
      killed_at: null,
      ...listedParts(take),
    };
  });
}

/** Gives every article its address; where that is taken by another, the next free one after it. */
async function settleAddresses(trx: Db, articles: ArticleRow[]): Promise<void> {
  const claimed = await claimAddresses(
    trx,
    articles.map(({ id, path }) => ({ path, article_id: id })),
  );
  for (const article of articles) {
    if (claimed.has(article.id)) continue;
    article.path = await claimAddress(trx, article.id, article.path);
    await updateArticle(trx, article.id, { path: article.path });
  }
}
