import type { ListedArticle } from '#features/articles/articles.ts';
import type { PopularList } from '#features/popular/popular.ts';
import { editionDates, toLanguage } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import { listJsonLd } from '../json-ld/json-ld.ts';
import { type EditionContext, sectionOf } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import type { MostPopularProps, PopularEntry } from './most-popular.props.ts';
import { BOX_SIZE } from './most-popular-box.view.ts';
import { popularWords } from './popular-words.ts';

type View = { props: MostPopularProps; keys: string[]; maxAgeSeconds: number };

const toEntry =
  (context: EditionContext) =>
  (article: ListedArticle): PopularEntry => ({
    href: encodeURI(article.path),
    headline: article.headline,
    section: sectionOf(context, article.section_id)?.name,
    when: editionDates(context.edition).brief(article.visible_from, context.now()),
  });

/** The lists of an edition: today and the week of the whole paper, today of each section. All from memory. */
export async function loadMostPopularView(context: EditionContext): Promise<View> {
  const { edition, sections, popular } = context;
  const scope = { edition: edition.code };
  const [today, week, ...bySection] = await Promise.all([
    popular.top(scope),
    popular.top(scope, { period: 'week' }),
    ...sections.map(({ id }) => popular.top({ section: id }, { limit: BOX_SIZE })),
  ]);
  const lists = [today, week, ...bySection];
  const entries = (list: PopularList) => list.articles.map(toEntry(context));
  const props = {
    ...toMostPopularFrame(context, today.articles),
    today: entries(today),
    week: entries(week),
    sections: bySection.flatMap((list, index) => {
      const section = sections[index];
      if (!section || list.articles.length === 0) return [];
      const href = `${edition.prefix}/${section.slug}`;
      // Under its section's name an entry need not say it.
      const named = entries(list).map((entry) => ({ ...entry, section: undefined }));
      return [{ key: String(section.id), label: section.name, href, entries: named }];
    }),
  };
  return {
    props,
    keys: [...new Set(lists.flatMap(({ articles }) => articleKeys(articles)))],
    maxAgeSeconds: Math.min(...lists.map((list) => list.maxAgeSeconds)),
  };
}

function toMostPopularFrame(context: EditionContext, articles: ListedArticle[]) {
  const { edition, paper } = context;
  const words = popularWords(toLanguage(edition.language));
  const path = `${edition.prefix}/most-popular`;
  return toFrame(context, {
    title: words.title,
    description: words.deck,
    path,
    translations: paper.editions
      .filter(({ code }) => code !== edition.code)
      .map(({ code, prefix }) => ({ edition: code, path: `${prefix}/most-popular` })),
    head: { jsonLd: listJsonLd(context, { name: words.title, path, articles }) },
  });
}
