import {
  FEED_FORMATS,
  FEED_TYPES,
  type FeedFormat,
  feedPath,
  readFeed,
  writeFeed,
} from '#features/feeds/feeds.ts';
import { findSectionByAlias, PAPER_KEY, type SectionRow } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import { type PageResponse, page } from '#platform/page-cache/page.ts';
import { splitByline } from '../article/byline.ts';
import type { EditionRoute } from '../edition-route.ts';
import { movedTo } from '../redirect.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';

/** `/feeds/{latest,section}.{rss,atom,json}` of every edition. */
export const feedRoute: EditionRoute = {
  pattern: '/feeds/:file{[a-z0-9-]+\\.(?:rss|atom|json)}',
  render: async (context, { params }) => {
    const [name = '', format] = params.file?.split('.') ?? [];
    if (!isFormat(format)) throw new AppError('not_found', 'There is no such feed.');
    const section = context.sections.find(({ slug }) => slug === name);
    if (!section && name !== 'latest') return movedFeed(context, name, format);
    return renderFeed(context, section, format);
  },
};

const isFormat = (value: string | undefined): value is FeedFormat =>
  FEED_FORMATS.some((format) => format === value);

async function renderFeed(
  context: EditionContext,
  section: SectionRow | undefined,
  format: FeedFormat,
): Promise<PageResponse> {
  const { db, baseUrl, edition, sections } = context;
  const { feed, articles } = await readFeed(db, {
    baseUrl,
    edition,
    section,
    sections,
    splitByline,
    now: context.now(),
  });
  return page({
    // JSON has no charset: it is UTF-8 (RFC 8259).
    type: format === 'json' ? FEED_TYPES.json : `${FEED_TYPES[format]}; charset=utf-8`,
    // Scripts of other sites read feeds, and there is nothing in them that is not public.
    headers: [['access-control-allow-origin', '*']],
    body: writeFeed(feed, format),
    keys: [section ? `section:${section.id}` : `edition:${edition.code}`, ...articleKeys(articles)],
  });
}

/** Feed readers follow a permanent redirect and remember it, so a renamed section keeps its subscribers. */
async function movedFeed(
  { db, edition }: EditionContext,
  name: string,
  format: FeedFormat,
): Promise<PageResponse> {
  const section = await findSectionByAlias(db, edition.code, name);
  if (!section) throw new AppError('not_found', `There is no feed “${name}”.`);
  return movedTo(feedPath(edition, section, format), [PAPER_KEY]);
}
