import type { NewsArticleListing } from '#features/articles/articles.ts';
import { escapeXml } from '#features/feeds/feeds.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

const absolute = (baseUrl: string, path: string): string => escapeXml(new URL(path, baseUrl).href);

/** A sitemap index (sitemaps.org 0.9) of sitemaps at these paths. */
export function toSitemapIndex(baseUrl: string, paths: readonly string[]): string {
  const entries = paths.map((path) => `<sitemap><loc>${absolute(baseUrl, path)}</loc></sitemap>\n`);
  return `${DECLARATION}<sitemapindex ${SITEMAP}>\n${entries.join('')}</sitemapindex>\n`;
}

export type SitemapEntry = {
  path: string;
  /** Left away where it is not known: a date that is not right is worse for crawlers than none. */
  updated_at?: Date;
  /** This page and its translations, if it has any. */
  alternates?: readonly { language: string; path: string }[];
};

/** A sitemap (sitemaps.org 0.9) of pages, with their translations as `xhtml:link`. */
export function toSitemap(baseUrl: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, updated_at, alternates }) => {
    const modified = updated_at ? `<lastmod>${updated_at.toISOString()}</lastmod>` : '';
    const links = (alternates ?? []).map(
      (other) =>
        `<xhtml:link rel="alternate" hreflang="${escapeXml(other.language)}" href="${absolute(baseUrl, other.path)}"/>`,
    );
    return `<url><loc>${absolute(baseUrl, path)}</loc>${modified}${links.join('')}</url>\n`;
  });
  return `${DECLARATION}<urlset ${SITEMAP} ${XHTML}>\n${urls.join('')}</urlset>\n`;
}

export type NewsEntry = NewsArticleListing & { publication: string; language: string };

/** A news sitemap by Google's rules (news 0.9): name, language, first publication and title of every article. */
export function toNewsSitemap(baseUrl: string, entries: readonly NewsEntry[]): string {
  const urls = entries.map((entry) => {
    const publication = `<news:name>${escapeXml(entry.publication)}</news:name><news:language>${newsLanguage(entry.language)}</news:language>`;
    const news = [
      `<news:publication>${publication}</news:publication>`,
      `<news:publication_date>${entry.visible_from.toISOString()}</news:publication_date>`,
      `<news:title>${escapeXml(entry.headline)}</news:title>`,
    ].join('');
    return `<url><loc>${absolute(baseUrl, entry.path)}</loc><news:news>${news}</news:news></url>\n`;
  });
  return `${DECLARATION}<urlset ${SITEMAP} ${NEWS}>\n${urls.join('')}</urlset>\n`;
}

/** ISO 639 without a region, except for Chinese, of which the rules want zh-cn or zh-tw. */
function newsLanguage(language: string): string {
  const lower = language.toLowerCase();
  return escapeXml(lower === 'zh-cn' || lower === 'zh-tw' ? lower : (lower.split('-')[0] ?? lower));
}
