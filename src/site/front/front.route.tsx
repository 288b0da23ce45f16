import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { FrontPage } from './front.page.tsx';
import { loadFrontView } from './front.view.ts';

export const frontRoute: EditionRoute = {
  pattern: '/',
  render: async (context) => {
    const { props, keys, maxAgeSeconds } = await loadFrontView(context);
    return page({ body: renderPage(<FrontPage {...props} />), keys, maxAgeSeconds });
  },
};
