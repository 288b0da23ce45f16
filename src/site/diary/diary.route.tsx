import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { renderPage } from '../layout/render-page.ts';
import type { EditionContext } from '../site-context.ts';
import { DiaryPage } from './diary.page.tsx';
import { type DiaryRequest, loadDiaryView } from './diary.view.ts';
import { parseDiaryCursor } from './diary-cursor.ts';
import { mondayOfSlug } from './week-address.ts';

async function renderDiary(context: EditionContext, request: DiaryRequest) {
  const { props, keys, maxAgeSeconds } = await loadDiaryView(context, request);
  return page({ body: renderPage(<DiaryPage {...props} />), keys, maxAgeSeconds });
}

/** `/diary`: this week and what is ahead of it. */
export const diaryRoute: EditionRoute = {
  pattern: '/diary',
  query: ['after'],
  render: (context, { query }) => renderDiary(context, { from: parseDiaryCursor(query.get('after')) }),
};

/** `/diary/2015-w14`: one week, and what came of it. */
export const diaryWeekRoute: EditionRoute = {
  pattern: '/diary/:week{[0-9]{4}-w[0-9]{2}}',
  query: ['after'],
  render: (context, { params, query }) =>
    renderDiary(context, {
      monday: mondayOfSlug(params.week ?? ''),
      from: parseDiaryCursor(query.get('after')),
    }),
};
