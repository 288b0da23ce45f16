import { type Cursor, type ListedArticle, listByIds } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import { mayBeSeveral } from './role-words.ts';
import { findSeenPerson, listNaming, type RoleJson, type SaidJson } from './shown-people.repo.ts';

/** An article that gave or quoted something, and when. */
export type Giving = { id: number; path: string; headline: string; at: Date };

export type PersonPage = {
  id: number;
  slug: string;
  name: string;
  /** Other ways in which the paper wrote the name. */
  alsoNamed: string[];
  /** In the order in which they were first given. */
  roles: { role: string; first: Giving; last: Giving }[];
  /** Their latest direct quotations, one an article; `role`: how that article names them. */
  said: { text: string; role: string; article: Giving }[];
  /** The roles plainly differ: more than one person may bear the name. */
  mayBeSeveral: boolean;
  /** More than one article names them. */
  several: boolean;
  /** The articles that name them, newest first: as many as were asked for. */
  articles: ListedArticle[];
};

/** What readers may know of a person of this edition; undefined where there is no page. Three queries. */
export async function readPerson(
  db: Db,
  edition: string,
  slug: string,
  page: { limit: number; before?: Cursor },
): Promise<PersonPage | undefined> {
  const found = await findSeenPerson(db, edition, slug);
  if (!found) return undefined;
  const naming = await listNaming(db, found.id, page);
  const listed = new Map(
    (
      await listByIds(
        db,
        naming.map(({ id }) => id),
      )
    ).map((article) => [article.id, article]),
  );
  const roles = found.roles.map(toRole);
  const [newest = slug] = found.names;
  const name = found.setName ?? newest;
  return {
    id: found.id,
    slug: found.slug,
    name,
    alsoNamed: [...new Set(found.names)].filter((other) => other !== name),
    roles,
    said: found.said.flatMap(toSaid),
    mayBeSeveral: mayBeSeveral(roles),
    several: found.several,
    articles: naming.flatMap(({ id }) => listed.get(id) ?? []),
  };
}

const toGiving = ({ at, ...article }: RoleJson['first']): Giving => ({ ...article, at: new Date(at) });

const toRole = ({ role, first, last }: RoleJson) => ({ role, first: toGiving(first), last: toGiving(last) });

const toSaid = ({ role, said, ...article }: SaidJson): PersonPage['said'] =>
  said.slice(0, 1).map(({ text }) => ({ text, role, article: toGiving(article) }));
