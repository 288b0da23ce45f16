import { moveSection } from '#features/publishing/publishing.ts';
import { ensureEdition, ensureSection } from '#features/taxonomy/taxonomy.ts';
import { type Call, WrongUse } from './command.ts';
import type { sectionSetOptions } from './section-set.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline section set` */
export async function sectionSet(call: Call<typeof sectionSetOptions>): Promise<undefined> {
  const [slug, ...more] = call.words;
  if (slug === undefined || more.length > 0) throw new WrongUse('Write the slug of one section.');
  const { edition = 'en', name, slug: newSlug } = call.values;
  await withDatabase(call, async (db) => {
    await ensureEdition(db);
    const { made } = await ensureSection(db, { edition, slug, name });
    if (made) call.say(`Made the section ${slug} in edition ${edition}.`);
    if (!name && !newSlug) return;
    const moved = await db.transaction().execute((trx) => moveSection(trx, { edition, slug, newSlug, name }));
    call.say(
      `Section ${moved.section.slug} is “${moved.section.name}”; ${moved.articles} articles have new addresses.`,
    );
  });
}
