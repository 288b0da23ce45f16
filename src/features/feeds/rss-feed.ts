import { generateRssFeed } from 'feedsmith';
import { authorsOf, FEED_TYPES, type Feed, type FeedItem } from './feed.ts';
import { toMediaContent, withoutLineBreaks } from './media-content.ts';
import { escapeMarkup } from './xml-text.ts';

/**
 * A feed as RSS 2.0 (rssboard.org) with Dublin Core, Media RSS and Atom elements. `description` is HTML by that
 * standard, so plain text is escaped once more. `author` asks for an e-mail address, so the byline is `dc:creator`.
 * Pictures are no `enclosure`, which asks for a length in bytes that is not known before the picture has been made.
 */
export const toRssFeed = (feed: Feed): string =>
  withoutLineBreaks(
    generateRssFeed({
      title: feed.title,
      link: feed.pageUrl,
      description: escapeMarkup(feed.description),
      language: feed.language,
      lastBuildDate: feed.updated,
      generator: 'Dateline',
      docs: 'https://www.rssboard.org/rss-specification',
      atom: { links: [{ href: feed.urls.rss, rel: 'self', type: FEED_TYPES.rss }] },
      items: feed.items.map((item) => toRssItem(item, feed)),
    }),
  );

const toRssItem = (item: FeedItem, feed: Feed) => ({
  title: item.title,
  link: item.url,
  description: escapeMarkup(item.summary),
  ...(item.content ? { content: { encoded: item.content } } : {}),
  guid: { value: item.id, isPermaLink: false },
  pubDate: item.published,
  categories: item.categories.map(({ label }) => ({ name: label })),
  atom: { updated: item.updated },
  dc: {
    creators: authorsOf(item).length > 0 ? authorsOf(item) : [feed.publisher],
    ...(item.credit ? { sources: [item.credit] } : {}),
    languages: [item.language],
  },
  ...(item.picture ? { media: { contents: [toMediaContent(item.picture)] } } : {}),
});
