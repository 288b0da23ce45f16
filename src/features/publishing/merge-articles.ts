import { findArticleOfStory, giveAddresses } from '#features/articles/articles.ts';
import type { MergedStories } from '#features/stories/stories.ts';
import { linkItemsToStories } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';
import { withholdArticle } from './hold-story.ts';
import { killStory } from './kill-story.ts';

/**
 * Does for readers what merging stories did for the desk: the articles of those that went into another leave every surface, and their
 * addresses lead to the article that stays. A kill of one of them holds for the whole.
 */
export async function mergeArticles(
  trx: Db,
  { survivor, absorbed, itemIds }: MergedStories,
  at: Date,
): Promise<void> {
  const kept = await findArticleOfStory(trx, survivor.id);
  for (const story of absorbed) {
    const gone = await withholdArticle(trx, story.id);
    if (gone && kept) await giveAddresses(trx, gone.id, kept.id);
  }
  await linkItemsToStories(
    trx,
    itemIds.map((itemId) => ({ itemId, storyId: survivor.id })),
  );
  if (absorbed.some(({ state }) => state === 'killed')) await killStory(trx, { storyId: survivor.id, at });
}
