import { searchKey, suggest } from '#features/search/search.ts';
import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';

const MAX_AGE_SECONDS = 60;
const MOST_ARTICLES = 6;

/** `/search/suggest?q=`: a JSON list of `{text, href}`, topics before articles, for what has been typed so far. */
export const suggestRoute: EditionRoute = {
  pattern: '/search/suggest',
  query: ['q'],
  render: async ({ db, edition, now }, { query }) => {
    const { code, prefix } = edition;
    const found = await suggest(db, {
      edition: code,
      q: query.get('q') ?? '',
      limit: MOST_ARTICLES,
      now: now(),
    });
    const list = [
      ...found.topics.map(({ slug, name }) => ({ text: name, href: encodeURI(`${prefix}/topic/${slug}`) })),
      ...found.articles.map(({ path, headline }) => ({ text: headline, href: encodeURI(path) })),
    ];
    return page({
      type: 'application/json',
      headers: [['x-robots-tag', 'noindex']],
      body: JSON.stringify(list),
      keys: [`edition:${code}`, searchKey(code)],
      maxAgeSeconds: MAX_AGE_SECONDS,
    });
  },
};
