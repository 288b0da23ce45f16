import type { Db } from '#platform/database.ts';
import { listEditions, saveEdition } from './editions.repo.ts';
import { insertSection } from './sections.repo.ts';

/** Gives an empty database the smallest paper that can take copy: one English edition with one section. */
export async function ensureEdition(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const editions = await listEditions(trx);
    if (editions.length > 0) return;
    await saveEdition(trx, {
      code: 'en',
      name: 'Dateline',
      tagline: '',
      language: 'en',
      zone: 'UTC',
      prefix: '',
      position: 0,
      demo: false,
    });
    await insertSection(trx, { edition: 'en', slug: 'news', name: 'News' });
  });
}
