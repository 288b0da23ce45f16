export { type ArticlePage, findArticlePage, type TimedLine } from './article-page.repo.ts';
export { articlePath, articleSlug, normalisePath } from './article-path.ts';
export {
  articlesWithPicture,
  claimAddress,
  claimAddresses,
  findArticleOfStory,
  findRevision,
  findRevisionSeen,
  insertArticles,
  insertPictures,
  insertRevisions,
  insertTopics,
  listGroupsOf,
  moveAddresses,
  nextArticleIds,
  setPictures,
  setTopics,
  topicsOf,
  updateArticle,
} from './articles.repo.ts';
export type {
  ArticleRow,
  ArticleStatus,
  RevisionChanges,
  RevisionKind,
  RevisionRow,
  TombstoneRow,
} from './articles.tables.ts';
export { type FeedFacts, listFeedFacts } from './feed-facts.repo.ts';
export {
  type CorrectionListing,
  findPathOf,
  findPublished,
  findTombstone,
  listArticlePictures,
  listCorrections,
  listPictureArticles,
  listRevisions,
  type PublishedArticle,
  type PublishedNotice,
} from './published-article.repo.ts';
export {
  type Cursor,
  type ListedArticle,
  listByIds,
  listLatest,
  listOfSection,
  listOfTopic,
  listPerSection,
  type StoredPicture,
} from './published-lists.repo.ts';
export type { Release } from './releases.repo.ts';
export {
  listNewsSince,
  listSitemapBlock,
  listSitemapBlocks,
  type NewsArticleListing,
  type SitemapAlternate,
  type SitemapArticle,
} from './sitemap.repo.ts';
export { type ReleaseWatch, watchReleases } from './watch-releases.ts';
