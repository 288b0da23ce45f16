import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { ArticlePage } from './article.page.tsx';
import { loadArticleView } from './article.view.ts';
import { answerElsewhere, pathOf } from './find-address.ts';

/** The address of an article below its edition's prefix. */
export const ARTICLE_PATTERN = '/:section{[a-z0-9-]+}/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}/:slug';

export const articleRoute: EditionRoute = {
  pattern: ARTICLE_PATTERN,
  render: async (context, request) => {
    const path = pathOf(request.path);
    const view = await loadArticleView(context, path);
    if (!view) return answerElsewhere(context, path);
    return page({
      body: renderPage(<ArticlePage {...view.props} />),
      keys: view.keys,
      maxAgeSeconds: view.maxAgeSeconds,
    });
  },
};
