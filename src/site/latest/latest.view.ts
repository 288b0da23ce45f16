import { type ListedArticle, listLatest } from '#features/articles/articles.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { type ListCursor, toCursorText, toListPage } from '../cursor.ts';
import { editionDates, editionWords } from '../edition-words.ts';
import { toListFrame } from '../list-frame.ts';
import { type EditionContext, sectionOf } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import type { LatestDay, LatestEntry, LatestProps } from './latest.props.ts';

const PAGE_SIZE = 50;

/** An article as an entry of Latest. */
export const toEntry = (context: EditionContext, article: ListedArticle): LatestEntry => ({
  id: String(article.id),
  href: encodeURI(article.path),
  headline: printedQuotes(article.headline, context.edition.language),
  section: sectionOf(context, article.section_id)?.name,
  when: editionDates(context.edition).time(article.visible_from),
});

/** The day that an article stands under, as headings and stream events name it. */
export const dayOf = (context: EditionContext, article: ListedArticle): LatestDay['day'] => {
  const dates = editionDates(context.edition);
  return { iso: dates.isoDay(article.visible_from), label: dates.weekday(article.visible_from).label };
};

/** Articles, newest first, under the days of their publication. */
export function toDays(context: EditionContext, articles: ListedArticle[]): LatestDay[] {
  const days = new Map<string, LatestDay>();
  for (const article of articles) {
    const day = dayOf(context, article);
    const known = days.get(day.iso);
    if (known) known.entries.push(toEntry(context, article));
    else days.set(day.iso, { day, entries: [toEntry(context, article)] });
  }
  return [...days.values()];
}

export async function loadLatestView(
  context: EditionContext,
  before: ListCursor | undefined,
): Promise<{ props: LatestProps; keys: string[] }> {
  const { edition, paper } = context;
  const words = editionWords(edition);
  const found = await listLatest(context.db, edition.code, { limit: PAGE_SIZE + 1, before });
  const { rows, older } = toListPage(found, PAGE_SIZE);
  const path = `${edition.prefix}/latest`;
  const frame = toListFrame(context, {
    name: words.latestNews,
    description: words.latestDeck,
    path,
    before,
    older,
    articles: rows,
    translations: paper.editions
      .filter(({ code }) => code !== edition.code)
      .map(({ code, prefix }) => ({ edition: code, path: `${prefix}/latest` })),
  });
  const props = {
    ...frame,
    days: toDays(context, rows),
    // From the newest story on the page: what was published until the stream is open is not missed.
    streamHref: before ? undefined : `${path}/stream${rows[0] ? `?since=${toCursorText(rows[0])}` : ''}`,
  };
  return { props, keys: [`edition:${edition.code}`, ...articleKeys(rows)] };
}
