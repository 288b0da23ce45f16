import type { ListedArticle } from '#features/articles/articles.ts';
import type { ContainerRow, SlotRow } from './fronts.tables.ts';

export type FilledContainer = ContainerRow & { articles: ListedArticle[] };

export type FrontMaterial = {
  containers: ContainerRow[];
  slots: SlotRow[];
  /** The picked articles that readers may see; a pick that they may not simply is not there. */
  picked: ListedArticle[];
  /** For backfill: the newest of the edition and of each section, in any order. */
  newest: ListedArticle[];
  now: Date;
};

/** An hour weighs as much as one step of urgency (1 most urgent, 9 least) over this many hours. */
const HOURS_PER_URGENCY_STEP = 5;
const DEFAULT_URGENCY = 5;
/** A front wants a picture at its head: one with a picture may be this much older than one without. */
const HOURS_FOR_PICTURE = 8;

/** Backfill of the lead: the newer and the more urgent the earlier; NewsML urgency 1–9, 5 where the copy gives none. */
export const leadScore = (
  article: Pick<ListedArticle, 'urgency' | 'visible_from' | 'picture'>,
  now: Date,
): number =>
  (now.getTime() - article.visible_from.getTime()) / 3_600_000 +
  (article.urgency ?? DEFAULT_URGENCY) * HOURS_PER_URGENCY_STEP -
  (article.picture ? HOURS_FOR_PICTURE : 0);

const newestFirst = (a: ListedArticle, b: ListedArticle): number =>
  b.visible_from.getTime() - a.visible_from.getTime() || b.id - a.id;

/**
 * Fills the containers of a front from top to bottom: an editor's picks in their slots, then the newest of the
 * container's section. No article stands twice; containers that stay empty are left out.
 */
export function composeFront({ containers, slots, picked, newest, now }: FrontMaterial): FilledContainer[] {
  const pickedById = new Map(picked.map((article) => [article.id, article]));
  // Every pick is taken before any backfill, or a container above would take what was picked for one below.
  const used = new Set(
    slots.filter((slot) => pickedById.has(slot.article_id)).map((slot) => slot.article_id),
  );
  const unique = [...new Map(newest.map((article) => [article.id, article])).values()];
  const byTime = unique.toSorted(newestFirst);
  const byScore = unique.toSorted((a, b) => leadScore(a, now) - leadScore(b, now) || newestFirst(a, b));

  return containers
    .map((container): FilledContainer => {
      const pool =
        container.section_id === null ? byScore : byTime.filter((a) => a.section_id === container.section_id);
      const picks = new Map(
        slots.flatMap((slot) => {
          const article = pickedById.get(slot.article_id);
          return slot.container_id === container.id && article ? [[slot.position, article] as const] : [];
        }),
      );
      const articles: ListedArticle[] = [];
      const backfill = pool.filter((article) => !used.has(article.id)).values();
      for (let position = 0; position < container.size; position++) {
        const article = picks.get(position) ?? backfill.next().value;
        if (!article) continue;
        used.add(article.id);
        articles.push(article);
      }
      return { ...container, articles };
    })
    .filter((container) => container.articles.length > 0);
}
