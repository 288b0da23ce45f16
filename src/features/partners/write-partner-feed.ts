import { type Feed, type FeedItem, toXmlText, writeFeed } from '#features/feeds/feeds.ts';
import { bodyHtml } from './body-html.ts';
import type { Outgoing, OutgoingArticle, OutgoingStop } from './outgoing.ts';
import { empty } from './xml.ts';

export type PartnerFeed = {
  publisher: string;
  language: string;
  baseUrl: string;
  url: string;
  updated: Date;
};

/**
 * Articles as RSS 2.0 or Atom, with their whole text where the receiver has that. Atom tells of stops (RFC 6721); RSS has no word for
 * them: the article is no longer in it.
 */
export function writePartnerFeed(
  items: readonly Outgoing[],
  format: 'rss' | 'atom',
  { publisher, language, baseUrl, url, updated }: PartnerFeed,
): string {
  const articles = items.filter((item) => item.status === 'usable');
  const feed: Feed = {
    id: url,
    title: publisher,
    description: publisher,
    language,
    publisher,
    pageUrl: `${baseUrl}/`,
    urls: { rss: url, atom: url, json: url },
    updated,
    items: articles.map(toItem),
  };
  const written = writeFeed(feed, format);
  const stops = items.filter((item) => item.status !== 'usable');
  return format === 'rss'
    ? written
    : written.replace(/<\/feed>\s*$/, `${stops.map(deletedEntry).join('')}</feed>`);
}

const deletedEntry = ({ guid, versionCreated }: OutgoingStop): string =>
  empty('at:deleted-entry', {
    'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
    ref: guid,
    when: versionCreated.toISOString(),
  });

function toItem(item: OutgoingArticle): FeedItem {
  const [picture] = item.pictures;
  // A line break would be taken for layout by what writes the feed, and in preformatted text it is none.
  const html = toXmlText(bodyHtml(item)).replaceAll('\n', '&#10;');
  return {
    id: item.guid,
    url: item.url,
    title: item.headline,
    summary: item.excerpt || item.headline,
    ...(html ? { content: html } : {}),
    language: item.language,
    authors: item.authors,
    credit: item.credit,
    published: item.firstCreated,
    updated: item.versionCreated,
    categories: [
      { term: item.section.slug, label: item.section.name },
      ...item.subjects.map(({ slug, name }) => ({ term: slug, label: name })),
    ],
    ...(picture ? { picture } : {}),
  };
}
