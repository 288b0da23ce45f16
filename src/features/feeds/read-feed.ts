import { type ListedArticle, listFeedFacts, listLatest, listOfSection } from '#features/articles/articles.ts';
import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { FEED_FORMATS, type Feed, type FeedFormat } from './feed.ts';
import { type FeedItemContext, toFeedItem } from './feed-item.ts';
import { toXmlLine } from './xml-text.ts';

const ITEMS = 50;

export type ReadFeed = {
  baseUrl: string;
  edition: EditionRow;
  /** Absent: the newest of the whole edition. */
  section?: SectionRow;
  sections: readonly SectionRow[];
  splitByline: FeedItemContext['splitByline'];
  /** The time of a feed that has nothing in it yet. */
  now: Date;
};

/** The newest articles of an edition or a section as a feed, in two queries; `articles` are those in it. */
export async function readFeed(db: Db, wanted: ReadFeed): Promise<{ feed: Feed; articles: ListedArticle[] }> {
  const { edition, section, sections, baseUrl, splitByline } = wanted;
  const articles = section
    ? await listOfSection(db, section.id, { limit: ITEMS })
    : await listLatest(db, edition.code, { limit: ITEMS });
  const facts = await listFeedFacts(
    db,
    articles.map((article) => article.id),
  );
  const factsById = new Map(facts.map((one) => [one.id, one]));
  const sectionById = new Map(sections.map((one) => [one.id, one]));
  const items = articles.flatMap((article) => {
    const own = factsById.get(article.id);
    // Withdrawn between the two queries.
    if (!own) return [];
    return [toFeedItem(article, own, { baseUrl, section: sectionById.get(article.section_id), splitByline })];
  });
  const newest = items.reduce((latest, item) => Math.max(latest, item.updated.getTime()), 0);
  const feed = { ...frameOf(wanted), updated: newest > 0 ? new Date(newest) : wanted.now, items };
  return { feed, articles };
}

/** The path of a feed: `/feeds/latest.rss`, `/ko/feeds/economy.atom`. */
export const feedPath = (
  edition: Pick<EditionRow, 'prefix'>,
  section: Pick<SectionRow, 'slug'> | undefined,
  format: FeedFormat,
): string => `${edition.prefix}/feeds/${section?.slug ?? 'latest'}.${format}`;

function frameOf({ baseUrl, edition, section }: ReadFeed): Omit<Feed, 'updated' | 'items'> {
  const absolute = (path: string) => new URL(path, baseUrl).href;
  const urls = FEED_FORMATS.map((format) => [format, absolute(feedPath(edition, section, format))] as const);
  return {
    // Of a section by its number: its slug may change, an identifier may not (RFC 4287, 4.2.6).
    id: absolute(`${edition.prefix}/feeds/${section ? `section/${section.id}` : 'latest'}`),
    title: toXmlLine(section ? `${edition.name} – ${section.name}` : edition.name),
    description: toXmlLine(edition.tagline) || toXmlLine(edition.name),
    language: edition.language,
    publisher: toXmlLine(edition.name),
    pageUrl: absolute(`${edition.prefix}/${section?.slug ?? 'latest'}`),
    urls: Object.fromEntries(urls) as Record<FeedFormat, string>,
  };
}
