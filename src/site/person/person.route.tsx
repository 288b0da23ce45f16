import { page } from '#platform/page-cache/page.ts';
import { parseCursor } from '../cursor.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { PersonPage } from './person.page.tsx';
import { loadPersonView } from './person.view.ts';

export const personRoute: EditionRoute = {
  pattern: '/person/:slug',
  query: ['before'],
  render: async (context, request) => {
    const before = parseCursor(request.query.get('before'));
    const { props, keys } = await loadPersonView(context, request.params.slug ?? '', before);
    return page({ body: renderPage(<PersonPage {...props} />), keys });
  },
};
