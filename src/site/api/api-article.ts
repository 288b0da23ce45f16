import type { FeedFacts, ListedArticle, StoredPicture } from '#features/articles/articles.ts';
import { pictureFile } from '#features/feeds/feeds.ts';
import { type ArticleFacts, bodyHtml, isOwn, toOutgoing } from '#features/partners/partners.ts';
import type { SectionRow } from '#features/taxonomy/taxonomy.ts';
import { splitByline } from '../article/byline.ts';
import { absoluteUrl } from '../site-context.ts';

type Base = { baseUrl: string };

/** An article as a list of the API tells of it; times are ISO 8601 in UTC, addresses absolute, texts plain. */
export const toApiListing = (
  context: Base,
  article: ListedArticle,
  topics: FeedFacts['topics'],
  section: SectionRow | undefined,
) => ({
  id: article.id,
  url: absoluteUrl(context, article.path),
  api: `${context.baseUrl}/api/articles/${article.id}`,
  edition: article.edition,
  language: article.language,
  section: { slug: section?.slug ?? '', name: section?.name ?? '' },
  topics: topics.map(({ slug, name }) => ({ slug, name })),
  headline: article.headline,
  deck: article.deck,
  excerpt: article.excerpt,
  byline: article.byline,
  credit: article.credit,
  published: article.visible_from.toISOString(),
  updated: article.updated_at.toISOString(),
  words: article.words,
  ...(article.picture ? { picture: toApiPicture(context, article.picture) } : {}),
});

function toApiPicture(context: Base, picture: StoredPicture) {
  const { path, type, width, height } = pictureFile(picture);
  const { alt, caption, credit } = picture;
  return { url: absoluteUrl(context, path), type, width, height, alt, caption, credit };
}

/**
 * One article. Its text goes along only where it is the paper's own copy: an agency's is licensed to be read here, not to be passed on by
 * this door. Pictures that are not the paper's own are left out of it.
 */
export function toApiArticle(
  context: Base,
  listing: ReturnType<typeof toApiListing>,
  facts: ArticleFacts,
): ReturnType<typeof toApiListing> & {
  revision: number;
  located: string;
  rights: { holder: string; notice: string };
  body_html?: string;
} {
  const allowance = { text: 'full', wire: false, terms: '' } as const;
  const outgoing = toOutgoing(facts, facts.revision, { baseUrl: context.baseUrl, splitByline }, allowance);
  const { holder, notice } = outgoing.rights;
  return {
    ...listing,
    revision: facts.revision,
    located: facts.located,
    rights: { holder, notice },
    ...(isOwn(facts) ? { body_html: bodyHtml(outgoing) } : {}),
  };
}
