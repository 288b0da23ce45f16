import { AppError } from '#lib/errors.ts';
import { isZone } from '#lib/zoned.ts';
import type { Db } from '#platform/database.ts';
import { announcePaper } from './announce-paper.ts';
import { findEdition, listEditions, saveEdition } from './editions.repo.ts';
import type { EditionRow } from './taxonomy.tables.ts';

export type SetEdition = { code: string; name?: string; tagline?: string; language?: string; zone?: string };

/**
 * Makes an edition or changes what is given of one. The first has addresses without a prefix, any other `/{code}`.
 * @throws AppError bad_input for a code, language or zone that cannot be.
 */
export async function setEdition(db: Db, { code, ...given }: SetEdition): Promise<EditionRow> {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/.test(code)) {
    throw new AppError(
      'bad_input',
      `“${code}” cannot be an edition: write a language code such as en, ko or pt-br.`,
    );
  }
  const existing = await findEdition(db, code);
  const others = await listEditions(db);
  const edition: EditionRow = {
    code,
    name: given.name ?? existing?.name ?? 'Dateline',
    tagline: given.tagline ?? existing?.tagline ?? '',
    language: given.language ?? existing?.language ?? code,
    zone: given.zone ?? existing?.zone ?? 'UTC',
    prefix: existing?.prefix ?? (others.length === 0 ? '' : `/${code}`),
    position: existing?.position ?? others.length,
    demo: existing?.demo ?? false,
  };
  if (!isZone(edition.zone)) {
    throw new AppError(
      'bad_input',
      `There is no zone “${edition.zone}”: write an IANA name such as Asia/Seoul.`,
    );
  }
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(edition.language)) {
    throw new AppError(
      'bad_input',
      `“${edition.language}” is no language tag: write one such as en or ko-KR.`,
    );
  }
  await saveEdition(db, edition);
  await announcePaper(db);
  return edition;
}
