import { type RawBuilder, sql } from 'kysely';
import type { Cursor } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import type { Said } from './people.tables.ts';

type ArticleJson = { id: number; path: string; headline: string; at: string };
export type RoleJson = { role: string; first: ArticleJson; last: ArticleJson };
export type SaidJson = ArticleJson & { role: string; said: Said[] };

/** What readers may see of a person now. */
export type SeenPerson = {
  id: number;
  slug: string;
  setName: string | null;
  /** As the articles write the name, the newest first. */
  names: string[];
  roles: RoleJson[];
  said: SaidJson[];
  /** Whether more than one article names them. */
  several: boolean;
};

/** More roles than this are slips and wordings, and a page does not list them. */
const ROLES = sql.lit(24);
const SAID = sql.lit(5);
/** Of so many of the newest articles the ways to write the name. */
const NAMES = sql.lit(40);

const article = (at: RawBuilder<unknown>) =>
  sql`json_build_object('id', a.id, 'path', a.path, 'headline', a.headline, 'at', ${at})`;
/** An article's words stand only as long as they are those of what readers see now. */
const current = sql`listed_article a on a.id = m.article_id and a.current_revision = m.revision`;

/**
 * Whether there is a page: the name was given with a role, or somebody of that name is quoted, or two articles name them. A person who is
 * known from articles alone that readers cannot see is nobody. The one place where it is decided.
 */
const hasPage = sql<boolean>`(
  exists (select from person_mention m join listed_article a on a.id = m.article_id where m.person_id = p.id and m.told)
  or (select count(*) from (select from person_mention m join listed_article a on a.id = m.article_id
    where m.person_id = p.id and m.sure limit 2) two) = 2)`;

const several = sql<boolean>`(select count(*) = 2 from (
  select from person_mention m join listed_article a on a.id = m.article_id where m.person_id = p.id limit 2) two)`;

const roleEnd = (order: RawBuilder<unknown>) => sql`(
  select m.role, m.role_at, ${article(sql`m.role_at`)} as article from person_mention m join ${current}
  where m.person_id = p.id and m.role_key = k.role_key and m.role_key <> ''
  order by ${order} limit 1)`;

/** Each role once: from one to the next in the index, so that it costs the same in ten articles and in ten thousand. */
const roles = sql<RoleJson[]>`(
  with recursive k as (
    (select m.role_key from person_mention m where m.person_id = p.id and m.role_key <> '' order by m.role_key limit 1)
    union all
    select (select m.role_key from person_mention m where m.person_id = p.id and m.role_key <> '' and m.role_key > k.role_key
      order by m.role_key limit 1)
    from k where k.role_key is not null)
  select coalesce(json_agg(json_build_object('role', l.role, 'first', f.article, 'last', l.article)
    order by f.role_at, l.role_at, l.role), '[]')
  from (select role_key from k where role_key is not null limit ${ROLES}) k
  cross join lateral ${roleEnd(sql`m.role_at, m.article_id`)} f
  cross join lateral ${roleEnd(sql`m.role_at desc, m.article_id desc`)} l)`;

const said = sql<SaidJson[]>`(
  select coalesce(json_agg(json_build_object('id', s.id, 'path', s.path, 'headline', s.headline, 'at', s.visible_from,
    'role', s.role, 'said', s.said) order by s.visible_from desc, s.id desc), '[]')
  from (select a.id, a.path, a.headline, a.visible_from, m.role, m.said from person_mention m join ${current}
    where m.person_id = p.id and m.quoted > 0 and m.said <> '[]'
    order by m.visible_from desc, m.article_id desc limit ${SAID}) s)`;

const names = sql<string[]>`(
  select coalesce(json_agg(n.name order by n.visible_from desc, n.article_id desc), '[]')
  from (select m.name, m.visible_from, m.article_id from person_mention m join listed_article a on a.id = m.article_id
    where m.person_id = p.id order by m.visible_from desc, m.article_id desc limit ${NAMES}) n)`;

/** The person of an address, as far as readers may see one. */
export async function findSeenPerson(db: Db, edition: string, slug: string): Promise<SeenPerson | undefined> {
  const { rows } = await sql<SeenPerson>`
    select p.id, p.slug, p.set_name as "setName", ${names} as names, ${roles} as roles, ${said} as said,
      ${several} as several
    from person p where p.edition = ${edition} and p.slug = ${slug} and not p.struck and ${hasPage}`.execute(
    db,
  );
  return rows[0];
}

/** The newest articles that name a person: their numbers, and their times for paging. */
export async function listNaming(
  db: Db,
  personId: number,
  { limit, before }: { limit: number; before?: Cursor },
): Promise<Cursor[]> {
  const after = before
    ? sql`and (m.visible_from, m.article_id) < (${before.visible_from}::timestamptz, ${before.id}::bigint)`
    : sql``;
  const { rows } = await sql<Cursor>`
    select m.visible_from, m.article_id as id
    from person_mention m join listed_article a on a.id = m.article_id
    where m.person_id = ${personId} ${after}
    order by m.visible_from desc, m.article_id desc limit ${limit}`.execute(db);
  return rows;
}

/** Those of an article's voices who have a page: what the article calls them, and its address. */
export async function listSpeakers(
  db: Db,
  articleId: number,
): Promise<{ id: number; name: string; slug: string }[]> {
  const { rows } = await sql<{ id: number; name: string; slug: string }>`/* prepare speakers */
    select p.id, m.name, p.slug from person_mention m join person p on p.id = m.person_id
    where m.article_id = ${articleId} and m.told and not p.struck order by p.id`.execute(db);
  return rows;
}

export type ListedPerson = {
  id: number;
  slug: string;
  name: string;
  struck: boolean;
  role: string;
  articles: number;
};

/** People of an edition by their addresses, whether they have a page or not: for editors. */
export async function listPeople(
  db: Db,
  { edition, after, limit }: { edition: string; after: string; limit: number },
): Promise<ListedPerson[]> {
  const { rows } = await sql<ListedPerson>`
    select p.id, p.slug, p.struck, coalesce(p.set_name, n.name, '') as name, coalesce(n.role, '') as role,
      (select count(*)::int from person_mention m where m.person_id = p.id) as articles
    from person p left join lateral (
      select m.name, m.role from person_mention m where m.person_id = p.id
      order by m.role_key = '', m.visible_from desc limit 1) n on true
    where p.edition = ${edition} and p.slug > ${after} and (p.struck or p.set_name is not null or ${hasPage})
    order by p.slug limit ${limit}`.execute(db);
  return rows;
}

/** Blocks of people's numbers that hold anybody: block n is the numbers above (n - 1) × size up to n × size. */
export async function listPersonBlocks(db: Db, size: number): Promise<number[]> {
  const { rows } = await sql<{ block: number }>`
    select block from generate_series(1, (select ceil(max(id)::numeric / ${size})::int from person)) as block
    where exists (select from person p where p.id > (block - 1)::bigint * ${size} and p.id <= block::bigint * ${size}
      and not p.struck and ${several} and ${hasPage})
    order by block`.execute(db);
  return rows.map((row) => row.block);
}

/** People of one block who are for search engines: more than one article names them. */
export async function listPersonBlock(
  db: Db,
  block: number,
  size: number,
): Promise<{ edition: string; slug: string }[]> {
  const { rows } = await sql<{ edition: string; slug: string }>`
    select p.edition, p.slug from person p
    where p.id > ${(block - 1) * size} and p.id <= ${block * size} and not p.struck and ${several} and ${hasPage}
    order by p.id`.execute(db);
  return rows;
}
