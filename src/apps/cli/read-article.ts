import {
  type ArticleRow,
  findArticleByAddress,
  findArticleById,
  normalisePath,
} from '#features/articles/articles.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { WrongUse } from './command.ts';

/** The article that a word of the command line means: its number, its path, or its whole address. Throws not_found, or WrongUse. */
export async function readArticle(db: Db, word: string | undefined): Promise<ArticleRow> {
  if (!word) throw new WrongUse('Write the number or the address of one article.');
  const path = normalisePath(URL.canParse(word) ? new URL(word).pathname : word);
  const article = /^[1-9][0-9]{0,14}$/.test(word)
    ? await findArticleById(db, Number(word))
    : path && (await findArticleByAddress(db, path));
  if (!article) throw new AppError('not_found', `There is no article ${word}.`);
  return article;
}
