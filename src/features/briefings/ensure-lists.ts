import { listEditions } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { BriefingListRow } from './briefings.tables.ts';
import { findListOfEdition, insertList, listBriefingLists } from './lists.repo.ts';

/** The lists of all editions, each edition given its morning briefing where it has none yet. */
export async function ensureLists(db: Db, now: Date): Promise<BriefingListRow[]> {
  const known = await listBriefingLists(db);
  const editions = await listEditions(db);
  const missing = editions.filter(({ code }) => !known.some(({ edition }) => edition === code));
  if (missing.length === 0) return known;
  for (const { code } of missing) await insertList(db, code, now);
  return listBriefingLists(db);
}

/** The morning briefing of one edition. Throws `AppError('not_found')` where there is no such edition. */
export async function ensureListOf(db: Db, edition: string, now: Date): Promise<BriefingListRow> {
  const known = await findListOfEdition(db, edition);
  if (known) return known;
  const made = (await ensureLists(db, now)).find((list) => list.edition === edition);
  if (!made) throw new AppError('not_found', `There is no edition “${edition}”.`);
  return made;
}
