import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { announcePaper } from './announce-paper.ts';
import { findEdition } from './editions.repo.ts';
import { findSection, insertSection } from './sections.repo.ts';
import type { SectionRow } from './taxonomy.tables.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** First parts of an address that belong to the paper itself, so no section can have them. */
const RESERVED = new Set(
  'latest most-popular topic person diary search corrections subscribe feeds healthz readyz metrics desk api wire assets media card events'.split(
    ' ',
  ),
);

/** Whether the first part of an address belongs to the paper itself. */
export const isOwnPage = (slug: string): boolean => RESERVED.has(slug);

/**
 * The section with this slug in an edition, made if there is none.
 * @throws AppError bad_input for a slug that cannot stand in an address, not_found for an unknown edition.
 */
export async function ensureSection(
  db: Db,
  wanted: { edition: string; slug: string; name?: string },
): Promise<{ section: SectionRow; made: boolean }> {
  const edition = await findEdition(db, wanted.edition);
  if (!edition) throw new AppError('not_found', `There is no edition “${wanted.edition}”.`);
  const existing = await findSection(db, wanted.edition, wanted.slug);
  if (existing) return { section: existing, made: false };
  if (!SLUG.test(wanted.slug) || wanted.slug.length > 60) {
    throw new AppError(
      'bad_input',
      `“${wanted.slug}” cannot be a section: write lower-case letters, digits and hyphens, such as world-news.`,
    );
  }
  if (RESERVED.has(wanted.slug) || wanted.slug === 'ko' || /^\d{4}$/.test(wanted.slug)) {
    throw new AppError(
      'bad_input',
      `“${wanted.slug}” is an address of the paper itself; choose another section slug.`,
    );
  }
  const name = wanted.name ?? toName(wanted.slug);
  const section = await insertSection(db, { edition: wanted.edition, slug: wanted.slug, name });
  await announcePaper(db);
  return { section, made: true };
}

const toName = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
