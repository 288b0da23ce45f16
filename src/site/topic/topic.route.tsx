import { page } from '#platform/page-cache/page.ts';
import { parseCursor } from '../cursor.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { TopicPage } from './topic.page.tsx';
import { loadTopicView } from './topic.view.ts';

export const topicRoute: EditionRoute = {
  pattern: '/topic/:slug',
  query: ['before'],
  render: async (context, request) => {
    const before = parseCursor(request.query.get('before'));
    const { props, keys } = await loadTopicView(context, request.params.slug ?? '', before);
    return page({ body: renderPage(<TopicPage {...props} />), keys });
  },
};
