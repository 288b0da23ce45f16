import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { MostPopularPage } from './most-popular.page.tsx';
import { loadMostPopularView } from './most-popular.view.ts';

export const mostPopularRoute: EditionRoute = {
  pattern: '/most-popular',
  render: async (context) => {
    const { props, keys, maxAgeSeconds } = await loadMostPopularView(context);
    const body = renderPage(<MostPopularPage {...props} />);
    return page({ body, keys, maxAgeSeconds });
  },
};
