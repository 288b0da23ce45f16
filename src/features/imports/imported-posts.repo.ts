import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

declare module '#platform/database.ts' {
  interface Tables {
    imported_post: {
      edition: string;
      guid: string;
      story_id: number | null;
      old_path: string | null;
      imported_at: Date;
    };
  }
}

export type ClaimedPost = { guid: string; oldPath: string | undefined };

/**
 * Claims posts for an edition; answers the identifiers that nobody had claimed before. The insert itself decides, and in one order, so
 * that two imports at once wait for each other and never take a post over twice.
 */
export async function claimPosts(
  trx: Db,
  edition: string,
  posts: ClaimedPost[],
  at: Date,
): Promise<Set<string>> {
  if (posts.length === 0) return new Set();
  const rows = posts
    .toSorted((a, b) => (a.guid < b.guid ? -1 : 1))
    .map(({ guid, oldPath }) => ({
      edition,
      guid,
      story_id: null,
      old_path: oldPath ?? null,
      imported_at: at,
    }));
  const claimed = await trx
    .insertInto('imported_post')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['edition', 'guid']).doNothing())
    .returning('guid')
    .execute();
  return new Set(claimed.map(({ guid }) => guid));
}

/** Says which stories claimed posts have become. */
export async function settlePosts(
  trx: Db,
  edition: string,
  stories: { guid: string; storyId: number }[],
): Promise<void> {
  const guids = stories.map(({ guid }) => guid);
  const ids = stories.map(({ storyId }) => storyId);
  await sql`update imported_post as p set story_id = new.story_id
    from unnest(${guids}::text[], ${ids}::bigint[]) as new (guid, story_id)
    where p.edition = ${edition} and p.guid = new.guid`.execute(trx);
}

export type KnownPost = {
  guid: string;
  storyId: number | null;
  oldPath: string | null;
  articleId: number | null;
  path: string | null;
};

/** What became of posts that were taken over before: their stories, and the articles of those that are published by now. */
export const listKnownPosts = async (trx: Db, edition: string, guids: string[]): Promise<KnownPost[]> =>
  guids.length === 0
    ? []
    : trx
        .selectFrom('imported_post as p')
        .leftJoin('article as a', 'a.story_id', 'p.story_id')
        .select(['p.guid', 'p.story_id as storyId', 'p.old_path as oldPath', 'a.id as articleId', 'a.path'])
        .where('p.edition', '=', edition)
        .where('p.guid', 'in', guids)
        .execute();
