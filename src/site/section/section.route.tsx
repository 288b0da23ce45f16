import { PAPER_KEY } from '#features/taxonomy/taxonomy.ts';
import { page } from '#platform/page-cache/page.ts';
import { answerElsewhere, pathOf } from '../article/find-address.ts';
import { parseCursor } from '../cursor.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { movedTo } from '../redirect.ts';
import { SectionPage } from './section.page.tsx';
import { findSectionOrMove, loadSectionView } from './section.view.ts';

export const sectionRoute: EditionRoute = {
  pattern: '/:section{[a-z0-9-]+}',
  query: ['before'],
  render: async (context, request) => {
    const found = await findSectionOrMove(context, request.params.section ?? '');
    if (!found) return answerElsewhere(context, pathOf(request.path));
    if ('moved' in found) return movedTo(found.moved, [PAPER_KEY]);
    const before = parseCursor(request.query.get('before'));
    const { props, keys, maxAgeSeconds } = await loadSectionView(context, found.section, before);
    return page({ body: renderPage(<SectionPage {...props} />), keys, maxAgeSeconds });
  },
};
