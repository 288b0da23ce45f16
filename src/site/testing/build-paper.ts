import { createPopular } from '#features/popular/popular.ts';
import { addEditions, PAST } from '#features/publishing/testing/desk-copy.ts';
import { ensureSection, listEditions, listSections } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import type { Paper } from '../paper.ts';
import type { EditionContext } from '../site-context.ts';

export const BASE_URL = 'https://paper.example';

/** Two editions, `en` and `ko` (under /ko), each with the sections world and economy. */
export async function buildPaper(db: Db): Promise<Paper> {
  await addEditions(db, 'All of it');
  for (const code of ['en', 'ko']) {
    await ensureSection(db, { edition: code, slug: 'world' });
    await ensureSection(db, { edition: code, slug: 'economy' });
  }
  return { editions: await listEditions(db), sections: await listSections(db) };
}

/** The surroundings of a page of one edition. */
export function editionContext(db: Db, paper: Paper, code: string): EditionContext {
  const edition = paper.editions.find((one) => one.code === code);
  if (!edition) throw new Error(`the test paper has no edition ${code}`);
  const sections = paper.sections.filter((section) => section.edition === code);
  const popular = createPopular({ db, log: createLog({ level: 'silent' }), now: () => PAST });
  return { db, baseUrl: BASE_URL, now: () => PAST, assets: {}, popular, paper, edition, sections };
}
