export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** Media types: RSS (in use, never registered), RFC 4287 and JSON Feed 1.1. */
export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;

export type FeedPicture = {
  url: string;
  type: string;
  /** Pixels of the file at `url`. */
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
};

/** One article in a feed. Texts are plain and on one line; addresses are absolute. */
export type FeedItem = {
  /** Permanent: independent of slug, section and edition. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole text as HTML, where the feed is one of whole texts. */
  content?: string;
  language: string;
  /** Names in the byline; none where the copy has none. */
  authors: string[];
  /** Whose copy it is; '' where that is not said. */
  credit: string;
  published: Date;
  updated: Date;
  categories: { term: string; label: string }[];
  picture?: FeedPicture;
};

/** What all three formats are written from. */
export type Feed = {
  id: string;
  title: string;
  description: string;
  language: string;
  /** Who publishes it: the name of the paper. */
  publisher: string;
  /** The page that shows the same list. */
  pageUrl: string;
  /** Its own address in each format. */
  urls: Record<FeedFormat, string>;
  updated: Date;
  items: FeedItem[];
};

/** Who is named as the author of an item: its writers, else whose copy it is, else nobody. */
export function authorsOf({ authors, credit }: FeedItem): string[] {
  if (authors.length > 0) return authors;
  return credit ? [credit] : [];
}
