import { listTopics } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import type { Paper } from '../paper.ts';
import type { SitemapEntry } from './sitemap-xml.ts';

/** The pages of the paper that are no articles: fronts, latest, corrections, sections and topics of every edition. */
export async function listPaperPages(db: Db, { editions, sections }: Paper): Promise<SitemapEntry[]> {
  const fronts = editions.map(({ language, prefix }) => ({ language, path: prefix || '/' }));
  const pages: SitemapEntry[] = fronts.map(({ path }) => ({
    path,
    alternates: fronts.length > 1 ? fronts : undefined,
  }));
  for (const { code, prefix } of editions) {
    const topics = await listTopics(db, code);
    const below = [
      'latest',
      'most-popular',
      'diary',
      'corrections',
      ...sections.filter(({ edition }) => edition === code).map(({ slug }) => slug),
      ...topics.map(({ slug }) => `topic/${slug}`),
    ];
    pages.push(...below.map((path) => ({ path: `${prefix}/${path}` })));
  }
  return pages;
}
