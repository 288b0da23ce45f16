import { findArticleOfStory, updateArticle } from '#features/articles/articles.ts';
import { findStoryForUpdate, updateStory } from '#features/stories/stories.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { announce } from './announce.ts';

export type KillStory = {
  storyId: number;
  at: Date;
  /** To readers, beside the plain notice at the address; never the provider's note to editors. */
  notice?: string;
};

/** Takes a story off every surface for good; its address answers 410 with a short notice. Killing it again changes nothing. */
export async function killStory(trx: Db, { storyId, at, notice = '' }: KillStory): Promise<void> {
  const story = await findStoryForUpdate(trx, storyId);
  if (!story) throw new AppError('not_found', `There is no story ${storyId}.`);
  if (story.state === 'killed') return;
  await updateStory(trx, storyId, { state: 'killed', updated_at: at });
  const article = await findArticleOfStory(trx, storyId);
  if (!article) return;
  const killed = await updateArticle(trx, article.id, {
    status: 'killed',
    killed_at: at,
    kill_notice: notice,
  });
  await announce(trx, killed, { hard: true });
}
