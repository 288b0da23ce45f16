import { generateAtomFeed } from 'feedsmith';
import { authorsOf, FEED_TYPES, type Feed, type FeedItem } from './feed.ts';
import { toMediaContent, withoutLineBreaks } from './media-content.ts';

/** A feed as Atom (RFC 4287) with the credit as `dc:source` and pictures as enclosure links and Media RSS. */
export const toAtomFeed = (feed: Feed): string =>
  withoutLineBreaks(
    generateAtomFeed({
      id: feed.id,
      title: { value: feed.title, type: 'text' },
      ...(feed.description ? { subtitle: { value: feed.description, type: 'text' } } : {}),
      updated: feed.updated,
      authors: [{ name: feed.publisher }],
      links: [
        { href: feed.urls.atom, rel: 'self', type: FEED_TYPES.atom },
        { href: feed.pageUrl, rel: 'alternate', type: 'text/html', hreflang: feed.language },
      ],
      generator: { text: 'Dateline' },
      xml: { lang: feed.language },
      entries: feed.items.map(toAtomEntry),
    }),
  );

const toAtomEntry = (item: FeedItem) => {
  const authors = authorsOf(item).map((name) => ({ name }));
  return {
    id: item.id,
    title: { value: item.title, type: 'text' },
    summary: { value: item.summary, type: 'text' },
    ...(item.content ? { content: { value: item.content, type: 'html' } } : {}),
    published: item.published,
    updated: item.updated,
    links: [
      { href: item.url, rel: 'alternate', type: 'text/html', hreflang: item.language },
      ...(item.picture ? [{ href: item.picture.url, rel: 'enclosure', type: item.picture.type }] : []),
    ],
    // Without one of its own an entry has the feed's author, the paper.
    ...(authors.length > 0 ? { authors } : {}),
    categories: item.categories,
    ...(item.credit ? { dc: { sources: [item.credit] } } : {}),
    ...(item.picture ? { media: { contents: [toMediaContent(item.picture)] } } : {}),
    xml: { lang: item.language },
  };
};
