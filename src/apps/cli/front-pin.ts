import { type ArticleRow, findArticleOfStory } from '#features/articles/articles.ts';
import { pinArticle, unpinArticle } from '#features/fronts/fronts.ts';
import { systemClock } from '#lib/clock.ts';
import { parseDuration } from '#lib/duration.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { type Call, WrongUse } from './command.ts';
import type { frontPinOptions } from './front-pin.command.ts';
import { readId } from './read-id.ts';
import { withDatabase } from './with-database.ts';

/** `dateline front pin` */
export async function frontPin(call: Call<typeof frontPinOptions>): Promise<undefined> {
  const { values, words, say } = call;
  const storyId = readId(words, 'story');
  const container = readPlace('container', values.container);
  const position = readPlace('slot', values.slot);
  const until = readUntil(values.for);
  await withDatabase(call, (db) =>
    db.transaction().execute(async (trx) => {
      const { id: articleId, edition } = await getArticle(trx, storyId);
      await pinArticle(trx, { articleId, edition, container, position, until });
    }),
  );
  say(`Story ${storyId} is pinned in container ${container}, slot ${position}.`);
}

/** `dateline front unpin` */
export async function frontUnpin(call: Call<Record<never, never>>): Promise<undefined> {
  const storyId = readId(call.words, 'story');
  await withDatabase(call, (db) =>
    db.transaction().execute(async (trx) => {
      const { id, edition } = await getArticle(trx, storyId);
      await unpinArticle(trx, edition, id);
    }),
  );
  call.say(`Story ${storyId} has no place of its own on the front any more.`);
}

async function getArticle(trx: Db, storyId: number): Promise<ArticleRow> {
  const article = await findArticleOfStory(trx, storyId);
  if (!article) throw new AppError('not_found', `Story ${storyId} is not published.`);
  return article;
}

function readPlace(option: string, given = '0'): number {
  if (!/^\d{1,2}$/.test(given)) throw new WrongUse(`--${option} takes a number from 0, not "${given}".`);
  return Number(given);
}

function readUntil(given: string | undefined): Date | undefined {
  if (given === undefined) return undefined;
  const seconds = parseDuration(given);
  if (seconds === undefined) throw new WrongUse(`"${given}" is no length of time. Write 30m, 6h or 2d.`);
  return new Date(systemClock().getTime() + seconds * 1000);
}
