import type { ListedArticle } from '#features/articles/articles.ts';
import type { SectionRow } from '#features/taxonomy/taxonomy.ts';

const PER_SECTION = 4;
/** About 25 kB of HTML; Gmail cuts a mail off at 102 kB. */
const MOST = 25;
/** IPTC urgency runs from 1, most urgent, to 9; copy without one is ordinary. */
const ORDINARY = 5;

const byWeight = (a: ListedArticle, b: ListedArticle): number =>
  (a.urgency ?? ORDINARY) - (b.urgency ?? ORDINARY) ||
  b.visible_from.getTime() - a.visible_from.getTime() ||
  b.id - a.id;

/**
 * The stories of a briefing in their order: the weightiest leads, then each section's in the sections' order. Weight is
 * urgency, then time. `articles`: what was published since the last briefing, in any order.
 */
export function chooseStories(
  articles: readonly ListedArticle[],
  sections: readonly Pick<SectionRow, 'id' | 'position'>[],
): ListedArticle[] {
  const [lead, ...rest] = articles.toSorted(byWeight);
  if (!lead) return [];
  const inOrder = sections.toSorted((a, b) => a.position - b.position || a.id - b.id);
  const chosen = inOrder.flatMap(({ id }) =>
    rest.filter((article) => article.section_id === id).slice(0, PER_SECTION),
  );
  return [lead, ...chosen].slice(0, MOST);
}
