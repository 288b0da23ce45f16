import {
  findArticleById,
  findRecordOf,
  listDecisions,
  listFinds,
  type RecordFind,
  saveDecision,
  topicsOf,
  type Verdict,
} from '#features/articles/articles.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { announceRecord } from './announce-record.ts';

export type DecideRecord = {
  articleId: number;
  /** The key of a find, as `listFinds` gives it. */
  find: string;
  verdict: Verdict;
  by: string;
  at: Date;
};

/**
 * An editor confirms a find of an article's record or strikes it out: from now on, and after every later reading of the text. Every page
 * that shows the article is made anew.
 * @throws AppError not_found where there is no such article, record or find.
 */
export async function decideRecord(trx: Db, command: DecideRecord): Promise<void> {
  const { articleId, find: key, verdict, by, at } = command;
  const article = await findArticleById(trx, articleId);
  if (!article) throw new AppError('not_found', `There is no article ${articleId}.`);
  const found = await findFind(trx, articleId, key);
  if (!found) throw new AppError('not_found', `Article ${articleId} has no find “${key}” in its record.`);
  const { kind, find, prefix, suffix } = found;
  await saveDecision(trx, {
    ...{ article_id: articleId, kind, key, verdict, find, prefix, suffix, by, at },
  });
  await announceRecord(trx, article, await topicsOf(trx, articleId));
}

type Decidable = Pick<RecordFind, 'kind' | 'find' | 'prefix' | 'suffix'>;

/** As the text is read now, else as it was read when something was decided on it. */
async function findFind(trx: Db, articleId: number, key: string): Promise<Decidable | undefined> {
  const current = await findRecordOf(trx, articleId);
  const found = current && listFinds(current.text, current.record).find((one) => one.key === key);
  if (found) return found;
  const decided = (await listDecisions(trx, articleId)).find((one) => one.key === key);
  return decided as Decidable | undefined;
}
