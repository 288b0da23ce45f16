import { listLatest, type TombstoneRow } from '#features/articles/articles.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { type PageResponse, page } from '#platform/page-cache/page.ts';
import { editionDates, editionWords } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import { renderPage } from '../layout/render-page.ts';
import { absoluteUrl, type EditionContext } from '../site-context.ts';
import { articleKeys, toHeadline } from '../teaser-view.ts';
import { GonePage, NotFoundPage } from './error.page.tsx';

const LATEST_BELOW = 6;

/** 410 with a short notice at the address of a withdrawn article. */
export async function gonePage(context: EditionContext, tombstone: TombstoneRow): Promise<PageResponse> {
  const latest = await listLatest(context.db, context.edition.code, { limit: LATEST_BELOW });
  const props = {
    ...toFrame(context, {
      title: editionWords(context.edition).gone,
      path: tombstone.path,
      head: { robots: 'noindex', canonical: absoluteUrl(context, tombstone.path) },
    }),
    headline: printedQuotes(tombstone.headline, context.edition.language),
    when: editionDates(context.edition).moment(tombstone.killed_at),
    reason: tombstone.kill_notice || undefined,
    latest: latest.map((article) => toHeadline(context, article)),
  };
  const keys = [`article:${tombstone.id}`, ...articleKeys(latest)];
  return page({ status: 410, body: renderPage(<GonePage {...props} />), keys });
}

/** 404 with a few headlines to go on with. */
export async function notFoundPage(context: EditionContext, path: string): Promise<PageResponse> {
  const latest = await listLatest(context.db, context.edition.code, { limit: LATEST_BELOW });
  const props = {
    ...toFrame(context, { title: editionWords(context.edition).notFound, path, head: { robots: 'noindex' } }),
    latest: latest.map((article) => toHeadline(context, article)),
  };
  return page({ status: 404, body: renderPage(<NotFoundPage {...props} />), keys: [] });
}
