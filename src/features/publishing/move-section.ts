import { moveAddresses } from '#features/articles/articles.ts';
import { findEdition, renameSection, type SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';

export type MoveSection = { edition: string; slug: string; newSlug?: string; name?: string };

/** Gives a section another slug or name, and its articles the addresses that go with it; the old ones redirect. */
export async function moveSection(
  trx: Db,
  change: MoveSection,
): Promise<{ section: SectionRow; articles: number }> {
  const section = await renameSection(trx, change);
  const prefix = (await findEdition(trx, change.edition))?.prefix ?? '';
  const moved = section.slug !== change.slug;
  const articles = moved
    ? await moveAddresses(trx, {
        id: section.id,
        from: `${prefix}/${change.slug}/`,
        to: `${prefix}/${section.slug}/`,
      })
    : 0;
  // The name stands on every page and the slug in every address, so nothing made before is right any more.
  await notifyPurge(trx, { keys: 'all', hard: false });
  return { section, articles };
}
