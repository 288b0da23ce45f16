import { toSlug } from '#lib/slug.ts';
import { calendarDay } from '#lib/zoned.ts';

/**
 * The address of an article: `/{section}/{yyyy}/{mm}/{dd}/{slug}` behind the edition's prefix; the day is that of
 * first publication in the edition's zone. Scripts other than Latin stay as they are (not percent-encoded).
 */
export function articlePath(article: {
  prefix: string;
  zone: string;
  section: string;
  slug: string;
  publishedAt: Date;
}): string {
  const { year, month, day } = calendarDay(article.publishedAt, article.zone);
  return `${article.prefix}/${article.section}/${year}/${month}/${day}/${article.slug}`;
}

/** The slug of a headline; a headline without a single letter or digit gets a plain one. */
export const articleSlug = (headline: string): string => toSlug(headline) || 'story';

/** A path as it is looked up: percent-decoded and composed (NFC), or undefined where it is not valid. */
export function normalisePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return undefined;
  }
}
