import type { FeedFacts, ListedArticle, StoredPicture } from '#features/articles/articles.ts';
import type { SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { FeedItem, FeedPicture } from './feed.ts';
import { pictureFile } from './picture-file.ts';
import { toXmlLine } from './xml-text.ts';

export type FeedItemContext = {
  baseUrl: string;
  section: SectionRow | undefined;
  /** The names in a byline as copy writes it. */
  splitByline: (byline: string) => string[];
};

/**
 * The permanent identifier of an article: a tag URI (RFC 4151) of the paper's host, the UTC day of first publication and
 * the article's number. It stays when slug, section or headline change.
 */
export function articleTag(baseUrl: string, article: { id: number; firstVisibleAt: Date }): string {
  const day = article.firstVisibleAt.toISOString().slice(0, 10);
  return `tag:${new URL(baseUrl).hostname},${day}:article/${article.id}`;
}

/** An article as feeds tell of it. Credit brackets, a matter of print, are left away. */
export function toFeedItem(article: ListedArticle, facts: FeedFacts, context: FeedItemContext): FeedItem {
  const { baseUrl, section, splitByline } = context;
  const topics = facts.topics.map(({ slug, name }) => ({ term: slug, label: name }));
  const title = toXmlLine(article.headline);
  return {
    id: articleTag(baseUrl, { id: article.id, firstVisibleAt: facts.first_visible_at }),
    url: new URL(article.path, baseUrl).href,
    title,
    summary: toXmlLine(article.excerpt) || title,
    language: article.language,
    authors: splitByline(toXmlLine(article.byline)),
    credit: toXmlLine(article.credit).replace(/^\((.*)\)$/u, '$1'),
    published: article.visible_from,
    updated: article.updated_at,
    categories: [...(section ? [{ term: section.slug, label: section.name }] : []), ...topics],
    picture: article.picture ? toFeedPicture(article.picture, baseUrl) : undefined,
  };
}

function toFeedPicture(picture: StoredPicture, baseUrl: string): FeedPicture {
  const { path, type, width, height } = pictureFile(picture);
  return {
    url: new URL(path, baseUrl).href,
    type,
    width,
    height,
    alt: toXmlLine(picture.alt),
    caption: toXmlLine(picture.caption),
    credit: toXmlLine(picture.credit),
  };
}
