import { authorsOf, type Feed, type FeedItem } from './feed.ts';

/**
 * A feed as JSON Feed 1.1 (jsonfeed.org); the credit is our extension `_dateline`. Written without the library that writes
 * the other two: it leaves `items` away where there are none, and the standard requires it.
 */
export const toJsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.urls.json,
    description: feed.description,
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.items.map(toJsonItem),
  });

const toJsonItem = (item: FeedItem) => {
  const authors = authorsOf(item).map((name) => ({ name }));
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_text: item.summary,
    summary: item.summary,
    date_published: item.published,
    date_modified: item.updated,
    ...(authors.length > 0 ? { authors } : {}),
    tags: item.categories.map(({ label }) => label),
    language: item.language,
    ...(item.picture ? { image: item.picture.url } : {}),
    ...(item.credit ? { _dateline: { credit: item.credit } } : {}),
  };
};
