import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { SearchPage } from './search.page.tsx';
import { loadSearchView } from './search.view.ts';
import { parseSearchParams, SEARCH_QUERY } from './search-params.ts';

/** There are as many pages as things to type: each is kept for a short while only. */
const MAX_AGE_SECONDS = 60;

/** `/search?q=`: the form, and what was found. */
export const searchRoute: EditionRoute = {
  pattern: '/search',
  query: SEARCH_QUERY,
  render: async (context, request) => {
    const { props, keys } = await loadSearchView(context, parseSearchParams(request.query));
    return page({ body: renderPage(<SearchPage {...props} />), keys, maxAgeSeconds: MAX_AGE_SECONDS });
  },
};
