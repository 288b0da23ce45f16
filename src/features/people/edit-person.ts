import { AppError } from '#lib/errors.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { nameSlug } from './full-name.ts';
import { findPersonRow, updatePerson } from './people.repo.ts';
import type { PersonRow } from './people.tables.ts';
import { personKey } from './person-keys.ts';

/** What an editor decides of a person; what is absent stays as it is. */
export type EditPerson = { struck?: boolean; name?: string };

/**
 * Takes a person's page away for good or brings it back, or writes the name as it is to be shown. It holds whatever articles say later, and
 * shows at once on all nodes.
 * @throws AppError not_found; bad_input for a name without letters.
 */
export async function editPerson(
  db: Db,
  edition: string,
  slug: string,
  { struck, name }: EditPerson,
): Promise<PersonRow> {
  if (name !== undefined && nameSlug(name.trim()) === '')
    throw new AppError('bad_input', `“${name}” is no name.`);
  return withTransaction(db, async (trx) => {
    const person = await findPersonRow(trx, edition, slug);
    if (!person) throw new AppError('not_found', `The edition ${edition} knows no person “${slug}”.`);
    const set_name = name?.trim();
    await updatePerson(trx, person.id, {
      ...(struck !== undefined && { struck }),
      ...(set_name !== undefined && { set_name }),
    });
    await notifyPurge(trx, { keys: [personKey(person.id)], hard: true });
    return { ...person, struck: struck ?? person.struck, set_name: set_name ?? person.set_name };
  });
}
