import { page } from '#platform/page-cache/page.ts';
import { ARTICLE_PATTERN } from '../article/article.route.tsx';
import { answerElsewhere, pathOf } from '../article/find-address.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { HistoryPage } from './history.page.tsx';
import { loadHistoryView } from './history.view.ts';

export const historyRoute: EditionRoute = {
  pattern: `${ARTICLE_PATTERN}/history`,
  render: async (context, request) => {
    const path = pathOf(request.path).replace(/\/history$/, '');
    const view = await loadHistoryView(context, path);
    if (!view) return answerElsewhere(context, path, '/history');
    return page({ body: renderPage(<HistoryPage {...view.props} />), keys: view.keys });
  },
};
