import { type EditionRow, listEditions } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';

/** The edition of this code, or the first one. Throws not_found. */
export async function chooseEdition(db: Db, code: string | undefined): Promise<EditionRow> {
  const editions = await listEditions(db);
  const edition = code === undefined ? editions[0] : editions.find((one) => one.code === code);
  if (!edition)
    throw new AppError(
      'not_found',
      code === undefined ? 'There is no edition yet.' : `There is no edition “${code}”.`,
    );
  return edition;
}
