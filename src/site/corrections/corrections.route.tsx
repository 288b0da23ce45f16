import { page } from '#platform/page-cache/page.ts';
import { parseCursor } from '../cursor.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { CorrectionsPage } from './corrections.page.tsx';
import { loadCorrectionsView } from './corrections.view.ts';

export const correctionsRoute: EditionRoute = {
  pattern: '/corrections',
  query: ['before'],
  render: async (context, request) => {
    const { props, keys } = await loadCorrectionsView(context, parseCursor(request.query.get('before')));
    return page({ body: renderPage(<CorrectionsPage {...props} />), keys });
  },
};
