import { type Giving, type PersonPage, readPerson } from '#features/people/people.ts';
import { AppError } from '#lib/errors.ts';
import { chooseEdition } from './choose-edition.ts';
import { type Call, WrongUse } from './command.ts';
import type { personShowOptions } from './person.command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

const ARTICLES = 50;

/** `dateline person show` */
export async function personShow(call: Call<typeof personShowOptions>): Promise<undefined> {
  const [slug, ...more] = call.words;
  if (slug === undefined || more.length > 0) throw new WrongUse('Write the slug of one person.');
  const person = await withDatabase(call, async (db) => {
    const { code } = await chooseEdition(db, call.values.edition);
    const found = await readPerson(db, code, slug, { limit: ARTICLES });
    if (!found) throw new AppError('not_found', `There is no page about “${slug}”.`);
    return found;
  });
  await call.print(
    call.values.json ? `${JSON.stringify(toJson(person), null, 2)}\n` : toTextTable(toLines(person)),
  );
}

const toJson = ({ articles, ...person }: PersonPage) => ({
  ...person,
  articles: articles.map(({ id, path, headline, visible_from }) => ({
    id,
    path,
    headline,
    at: visible_from,
  })),
});

const dayOf = ({ at }: Pick<Giving, 'at'>): string => at.toISOString().slice(0, 10);

const toLines = ({ name, alsoNamed, roles, said, articles, ...person }: PersonPage): string[][] => [
  ['name', '', [name, ...alsoNamed].join('; ')],
  ...(person.mayBeSeveral ? [['', '', 'more than one person may bear this name']] : []),
  ...roles.map(({ role, first, last }) => ['role', `${dayOf(first)} – ${dayOf(last)}`, role]),
  ...said.map(({ text, article }) => ['said', dayOf(article), text]),
  ...articles.map(({ visible_from, headline }) => ['article', dayOf({ at: visible_from }), headline]),
];
