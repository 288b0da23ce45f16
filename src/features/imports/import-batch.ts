import {
  type ArticleRow,
  claimAddresses,
  listAddressOwners,
  updateArticle,
} from '#features/articles/articles.ts';
import { listFailedSources } from '#features/media/media.ts';
import { publishFirst } from '#features/publishing/publishing.ts';
import {
  insertStories,
  insertTakes,
  picturesOf,
  type StoryRow,
  type TakeRow,
} from '#features/stories/stories.ts';
import { type EditionRow, ensureTopics } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import type { ImportResult, ImportRow } from './import-row.ts';
import { fetchPicturesGently } from './imported-pictures.job.ts';
import { claimPosts, type KnownPost, listKnownPosts, settlePosts } from './imported-posts.repo.ts';
import { type PlannedPost, toStory, toTake } from './plan-post.ts';
import { isTaken, type Places } from './post-place.ts';

export type ImportPlace = Places & {
  edition: EditionRow;
  /** What the addresses of all editions begin with. */
  prefixes: string[];
  now: Date;
  /** Whether the pictures are to be fetched. */
  pictures: boolean;
  /** Who made the takes: `import:wxr`. */
  madeBy: string;
};

type Made = { post: PlannedPost; story: StoryRow; take: TakeRow; article?: ArticleRow };

/**
 * Takes posts over in the caller's transaction, no two of one identifier: public ones as articles at their own time, others as stories
 * that wait. What was taken over before stays as it is, save that its old address comes to lead to it where it has been published since.
 */
export async function importBatch(trx: Db, posts: PlannedPost[], place: ImportPlace): Promise<ImportRow[]> {
  const claims = posts.map(({ item, oldPath }) => ({ guid: item.uri, oldPath }));
  const fresh = await claimPosts(trx, place.edition.code, claims, place.now);
  const known = await listKnownPosts(
    trx,
    place.edition.code,
    claims.map(({ guid }) => guid).filter((guid) => !fresh.has(guid)),
  );
  const made = await publish(trx, await makeStories(trx, posts, fresh, place), place);
  const articles = made.flatMap(({ post, article }) => (article ? [toAddressed(post, article)] : []));
  const notes = await claimOldAddresses(trx, [...articles, ...known.flatMap(addressedKnown)], place);
  if (place.pictures) {
    await fetchPicturesGently(
      trx,
      posts.flatMap(({ item }) => picturesOf(item)),
      place.now,
    );
  }
  const failed = await failedPictures(trx, posts);
  const knownBy = new Map(known.map((one) => [one.guid, one]));
  const madeBy = new Map(made.map((one) => [one.post, one]));
  return posts.map((post) => {
    const old = knownBy.get(post.item.uri);
    const path = old ? old.path : madeBy.get(post)?.article?.path;
    const result: ImportResult = old ? 'already there' : post.goesOut ? 'published' : 'waits';
    return {
      ...toRow(post, result),
      ...(path ? { newAddress: path } : {}),
      notes: [...post.notes, ...(notes.get(post.item.uri) ?? []), ...failed(post)],
    };
  });
}

export const toRow = (post: PlannedPost, result: ImportResult): ImportRow => ({
  position: post.position + 1,
  guid: post.item.uri,
  ...(post.oldAddress && { oldAddress: post.oldAddress }),
  ...(post.item.headline && { headline: post.item.headline }),
  result,
  notes: post.notes,
});

async function makeStories(
  trx: Db,
  posts: PlannedPost[],
  fresh: ReadonlySet<string>,
  { edition, madeBy }: ImportPlace,
): Promise<Made[]> {
  const wanted = posts.filter(({ item }) => fresh.has(item.uri));
  const topicIds = await ensureTopics(
    trx,
    edition.code,
    wanted.flatMap(({ topics }) => topics),
  );
  const rows = await insertStories(
    trx,
    wanted.map((post) => toStory(post, edition)),
  );
  const byGuid = new Map(rows.map((row) => [row.wire_guid, row]));
  const made = wanted.flatMap((post) => {
    const story = byGuid.get(post.item.uri);
    if (!story) return [];
    const topics = post.topics.flatMap(({ slug }) => topicIds.get(slug) ?? []);
    return [{ post, story, take: toTake(post, edition, { story, topics, madeBy }) }];
  });
  await insertTakes(
    trx,
    made.map(({ take }) => take),
  );
  await settlePosts(
    trx,
    edition.code,
    made.map(({ post, story }) => ({ guid: post.item.uri, storyId: story.id })),
  );
  return made;
}

/** Publishes what was public, each at its own time: lists, feeds and letters go by that, so nobody is told of it as of news. */
async function publish(trx: Db, made: Made[], { edition }: ImportPlace): Promise<Made[]> {
  const articles = await publishFirst(
    trx,
    made
      .filter(({ post }) => post.goesOut)
      .map(({ post: { section, at }, story, take }) => ({ story, take, edition, section, at })),
  );
  const byStory = new Map(articles.map((article) => [article.story_id, article]));
  for (const { post, story } of made) {
    const article = byStory.get(story.id);
    if (article && post.updatedAt > post.at)
      await updateArticle(trx, article.id, { updated_at: post.updatedAt });
  }
  return made.map((one) => ({ ...one, article: byStory.get(one.story.id) }));
}

type Addressed = { guid: string; oldPath: string | undefined; articleId: number; path: string };

const toAddressed = ({ item, oldPath }: PlannedPost, { id, path }: ArticleRow): Addressed => ({
  guid: item.uri,
  oldPath,
  articleId: id,
  path,
});

const addressedKnown = ({ guid, oldPath, articleId, path }: KnownPost): Addressed[] =>
  articleId === null || path === null ? [] : [{ guid, oldPath: oldPath ?? undefined, articleId, path }];

/** Has old addresses lead to the articles as far as they are free; answers what is to be said of the others, by identifier. */
async function claimOldAddresses(
  trx: Db,
  articles: Addressed[],
  { sections, prefixes }: ImportPlace,
): Promise<Map<string, string[]>> {
  const notes = new Map<string, string[]>();
  const wanted = articles.flatMap(({ guid, oldPath, articleId, path }) => {
    if (oldPath === undefined || oldPath === path) return [];
    if (!isTaken(oldPath, sections, prefixes)) return [{ guid, path: oldPath, article_id: articleId }];
    notes.set(guid, [`At its old address ${oldPath} stands a page of the paper, so it does not lead here.`]);
    return [];
  });
  if (wanted.length === 0) return notes;
  await claimAddresses(
    trx,
    wanted.map(({ path, article_id }) => ({ path, article_id })),
  );
  const owners = await listAddressOwners(
    trx,
    wanted.map(({ path }) => path),
  );
  for (const { guid, path, article_id } of wanted) {
    if (owners.get(path) !== article_id)
      notes.set(guid, [`Its old address ${path} leads to another article.`]);
  }
  return notes;
}

async function failedPictures(trx: Db, posts: PlannedPost[]): Promise<(post: PlannedPost) => string[]> {
  const hrefs = posts.flatMap(({ item }) => picturesOf(item).map(({ href }) => href));
  const failed = new Map((await listFailedSources(trx, hrefs)).map(({ href, failed: why }) => [href, why]));
  return ({ item }) =>
    picturesOf(item).flatMap(({ href }) => {
      const why = failed.get(href);
      return why ? [`The picture ${href} could not be had: ${why}`] : [];
    });
}
