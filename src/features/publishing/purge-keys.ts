import type { ArticleRow } from '#features/articles/articles.ts';

/**
 * The keys of what shows an article: its own page and every page that names it, the lists of its section and topics,
 * its translations, and everything that lists the whole edition (front, latest, feeds, sitemaps, corrections).
 */
export const purgeKeysOf = (
  article: Pick<ArticleRow, 'id' | 'edition' | 'section_id' | 'translation_group'>,
  topics: number[],
): string[] => [
  `article:${article.id}`,
  `edition:${article.edition}`,
  `section:${article.section_id}`,
  `translations:${article.translation_group}`,
  ...topics.map((topic) => `topic:${topic}`),
];
