import { toAtomFeed } from './atom-feed.ts';
import type { Feed, FeedFormat } from './feed.ts';
import { toJsonFeed } from './json-feed.ts';
import { toRssFeed } from './rss-feed.ts';

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = {
  rss: toRssFeed,
  atom: toAtomFeed,
  json: toJsonFeed,
};

/** A feed as the bytes of one format, to be sent as UTF-8. */
export const writeFeed = (feed: Feed, format: FeedFormat): string => WRITERS[format](feed);
