import { page } from '#platform/page-cache/page.ts';
import { parseCursor } from '../cursor.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { LatestPage } from './latest.page.tsx';
import { loadLatestView } from './latest.view.ts';

export const latestRoute: EditionRoute = {
  pattern: '/latest',
  query: ['before'],
  render: async (context, request) => {
    const { props, keys } = await loadLatestView(context, parseCursor(request.query.get('before')));
    return page({ body: renderPage(<LatestPage {...props} />), keys });
  },
};
