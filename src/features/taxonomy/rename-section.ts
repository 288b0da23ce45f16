import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { findSection, saveSectionAlias, updateSection } from './sections.repo.ts';
import type { SectionRow } from './taxonomy.tables.ts';

/** Gives a section another slug or name; the old slug goes on leading to it. */
export async function renameSection(
  trx: Db,
  change: { edition: string; slug: string; newSlug?: string; name?: string },
): Promise<SectionRow> {
  const section = await findSection(trx, change.edition, change.slug);
  if (!section)
    throw new AppError('not_found', `There is no section “${change.slug}” in edition ${change.edition}.`);
  const slug = change.newSlug ?? section.slug;
  if (slug !== section.slug) {
    if (await findSection(trx, change.edition, slug)) {
      throw new AppError('conflict', `Edition ${change.edition} already has a section “${slug}”.`);
    }
    await saveSectionAlias(trx, { edition: change.edition, slug: section.slug, section_id: section.id });
  }
  return updateSection(trx, section.id, { slug, name: change.name ?? section.name });
}
