import { listPeople } from '#features/people/people.ts';
import { chooseEdition } from './choose-edition.ts';
import { type Call, WrongUse } from './command.ts';
import type { personListOptions } from './person.command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

const PAGE_SIZE = 200;

/** `dateline person list` */
export async function personList(call: Call<typeof personListOptions>): Promise<undefined> {
  const { values, words, print, say } = call;
  if (words.length > 0) throw new WrongUse(`"${words[0]}" is one word too many.`);
  const people = await withDatabase(call, async (db) => {
    const { code } = await chooseEdition(db, values.edition);
    return listPeople(db, { edition: code, after: values.after ?? '', limit: PAGE_SIZE });
  });
  if (values.json) return print(`${JSON.stringify(people, null, 2)}\n`).then(() => undefined);
  const rows = people.map(({ slug, name, role, articles, struck }) => [
    slug,
    String(articles),
    name,
    struck ? 'struck' : role,
  ]);
  await print(toTextTable([['SLUG', 'ARTICLES', 'NAME', 'ROLE'], ...rows]));
  if (people.length === PAGE_SIZE) say(`There may be more: go on with --after ${people.at(-1)?.slug}.`);
}
