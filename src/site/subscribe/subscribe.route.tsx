import { PAPER_KEY } from '#features/taxonomy/taxonomy.ts';
import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import { SubscribePage } from './subscribe.page.tsx';
import { toSubscribeProps } from './subscribe.view.ts';

/** The form. It is the same for everybody and so comes from the page cache; what it posts to is the door beside this file. */
export const subscribeRoute: EditionRoute = {
  pattern: '/subscribe',
  render: async (context) =>
    page({ body: renderPage(<SubscribePage {...toSubscribeProps(context)} />), keys: [PAPER_KEY] }),
};
