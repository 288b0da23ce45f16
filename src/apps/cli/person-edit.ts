import { type EditPerson, editPerson } from '#features/people/people.ts';
import { chooseEdition } from './choose-edition.ts';
import { type Call, type Terminal, WrongUse } from './command.ts';
import type { personOptions, personStrikeOptions } from './person.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline person strike` */
export async function personStrike(call: Call<typeof personStrikeOptions>): Promise<undefined> {
  const [slug, ...more] = call.words;
  if (slug === undefined || more.length > 0) throw new WrongUse('Write the slug of one person.');
  const { edition, undo = false } = call.values;
  await edit(call, edition, slug, { struck: !undo });
}

/** `dateline person rename` */
export async function personRename(call: Call<typeof personOptions>): Promise<undefined> {
  const [slug, ...name] = call.words;
  if (slug === undefined || name.length === 0) throw new WrongUse('Write the slug of a person and the name.');
  await edit(call, call.values.edition, slug, { name: name.join(' ') });
}

async function edit(
  terminal: Terminal,
  edition: string | undefined,
  slug: string,
  change: EditPerson,
): Promise<void> {
  const person = await withDatabase(terminal, async (db) =>
    editPerson(db, (await chooseEdition(db, edition)).code, slug, change),
  );
  const name = person.set_name ?? person.slug;
  terminal.say(person.struck ? `There is no page about ${name} any more.` : `${name} may have a page.`);
}
