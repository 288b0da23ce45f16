export { type ArticlePage, findArticlePage, type PageRecord, type TimedLine } from './article-page.repo.ts';
export { articlePath, articleSlug, normalisePath } from './article-path.ts';
export {
  articlesWithPicture,
  claimAddress,
  claimAddresses,
  findArticleByAddress,
  findArticleById,
  findArticleOfStory,
  findRevision,
  findRevisionSeen,
  giveAddresses,
  insertArticles,
  insertPictures,
  insertRevisions,
  insertTopics,
  listAddressOwners,
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
export { followedIn } from './followed.repo.ts';
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
export {
  type ArticleRecord,
  findPublishedRecord,
  listPublishedRecords,
} from './published-record.repo.ts';
export {
  type RevisionReading,
  type RevisionToRead,
  readRevision,
} from './read-revision.ts';
export {
  findRecord,
  findUnread,
  listDecisions,
  listRevisionsToRead,
  type RecordToSave,
  type StoredRevision,
  saveDecision,
  saveRecords,
} from './record.repo.ts';
export type { RecordDecisionRow, Verdict } from './record.tables.ts';
export { listFinds, type RecordFind } from './record-finds.ts';
export type { Release } from './releases.repo.ts';
export {
  listNewsSince,
  listSitemapBlock,
  listSitemapBlocks,
  type NewsArticleListing,
  type SitemapAlternate,
  type SitemapArticle,
} from './sitemap.repo.ts';
export { findRecordOf, type StoredRecord } from './stored-record.repo.ts';
export { type Footing, isSureSpeaker, type Voice } from './voices.ts';
export { type ReleaseWatch, watchReleases } from './watch-releases.ts';
