import { type ArticleRow, findArticleOfStory, updateArticle } from '#features/articles/articles.ts';
import { canBecome, findStoryForUpdate, updateStory } from '#features/stories/stories.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { announce } from './announce.ts';

export type HoldStory = { storyId: number; at: Date };

/** The desk holds a story back: on no surface until it publishes it again; wire versions make takes but publish nothing. */
export async function holdStory(trx: Db, { storyId, at }: HoldStory): Promise<void> {
  const story = await findStoryForUpdate(trx, storyId);
  if (!story) throw new AppError('not_found', `There is no story ${storyId}.`);
  if (!canBecome(story.state, 'held')) {
    throw new AppError('conflict', `Story ${storyId} is ${story.state} and cannot be held.`);
  }
  await updateStory(trx, storyId, { state: 'held', updated_at: at });
  await withholdArticle(trx, storyId);
}

/** Takes a story's article, if it has one, off every surface; its address answers 404 meanwhile. */
export async function withholdArticle(trx: Db, storyId: number): Promise<ArticleRow | undefined> {
  const article = await findArticleOfStory(trx, storyId);
  if (!article || article.withheld) return article;
  const withheld = await updateArticle(trx, article.id, { withheld: true });
  await announce(trx, withheld, { hard: true });
  return withheld;
}
