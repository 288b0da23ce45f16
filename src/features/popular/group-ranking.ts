import type { ListedArticle } from '#features/articles/articles.ts';
import type { ScoredArticle } from './ranking.repo.ts';

/** Whose list it is: all of an edition, or one of its sections. */
export type Scope = { edition: string } | { section: number };

export const scopeKey = (scope: Scope): string =>
  'section' in scope ? `section:${scope.section}` : `edition:${scope.edition}`;

export type RankedLists = ReadonlyMap<string, readonly ListedArticle[]>;

/**
 * The list of every edition and section that has one, by `scopeKey`, the most read first. Edition and section are those
 * of the article as it is listed now; what is ranked and not listed is left out.
 */
export function groupRanking(
  ranked: readonly ScoredArticle[],
  listed: readonly ListedArticle[],
): RankedLists {
  const byId = new Map(listed.map((article) => [article.id, article]));
  const lists = new Map<string, ListedArticle[]>();
  for (const { id } of ranked.toSorted((a, b) => b.score - a.score || b.id - a.id)) {
    const article = byId.get(id);
    if (!article) continue;
    for (const scope of [{ edition: article.edition }, { section: article.section_id }]) {
      const list = lists.get(scopeKey(scope));
      if (list) list.push(article);
      else lists.set(scopeKey(scope), [article]);
    }
  }
  return lists;
}
