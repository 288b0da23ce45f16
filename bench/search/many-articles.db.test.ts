import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { parseQuery } from '#features/search/parse-query.ts';
import { searchArticles } from '#features/search/search.ts';
import { toTsQuery } from '#features/search/to-tsquery.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { fillPaper, type MadeUpPaper } from './fill-paper.ts';

const { db } = await testDatabase();
const NOW = new Date();
let words: MadeUpPaper;

beforeAll(async () => {
  words = await fillPaper(db, 6000, { parts: 150, heads: 600, vocabulary: 800 });
}, 60_000);

/** What PostgreSQL finds without any of our short cuts, newest first. */
async function findAll(edition: string, q: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from listed_article a join search_document d on d.article_id = a.id
    where a.edition = ${edition} and d.words @@ to_tsquery('dateline_search', ${toTsQuery(parseQuery(q))?.exact})
    order by a.visible_from desc, a.id desc`.execute(db);
  return rows.map(({ id }) => id);
}

async function readAll(edition: string, q: string, sort: 'best' | 'newest'): Promise<number[]> {
  const read: number[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await searchArticles(db, { edition, q, sort, filters: {}, limit: 100, now: NOW, after });
    if (!page.instead) read.push(...page.hits.map(({ article }) => article.id));
    after = page.next;
  }
  return read;
}

const queries = (): [string, string][] => [
  ['en', words.en[2] ?? ''],
  ['en', words.en[300] ?? ''],
  ['en', words.en[799] ?? ''],
  ['en', `${words.en[5]} ${words.en[40]}`],
  ['en', `"${words.en[0]} ${words.en[1]}"`],
  ['en', `${words.en[30]} OR ${words.en[31]} -${words.en[0]}`],
  ['ko', words.ko[1] ?? ''],
  ['ko', `${words.ko[9]} ${words.ko[90]}`],
  ['ko', (words.ko[4] ?? '').slice(0, 1)],
];

test('newest first finds among thousands exactly what there is, page after page', async () => {
  for (const [edition, q] of queries()) {
    const all = await findAll(edition, q);
    expect([q, await readAll(edition, q, 'newest')]).toEqual([q, all]);
  }
}, 60_000);

test('best first finds the same articles, each once', async () => {
  for (const [edition, q] of queries().slice(1)) {
    const all = await findAll(edition, q);
    const read = await readAll(edition, q, 'best');
    expect([q, read.toSorted((a, b) => a - b)]).toEqual([q, all.toSorted((a, b) => a - b)]);
  }
}, 60_000);
