import { sql } from 'kysely';
import { SEARCH_VERSION } from '#features/search/search.ts';
import type { Db } from '#platform/database.ts';
import { createRandom, createVocabulary, type MadeUpPart, makePart } from './made-up-text.ts';

/** Paragraphs, headlines and words that there are of each language. */
export type Stock = { parts: number; heads: number; vocabulary: number };

const STOCK: Stock = { parts: 3000, heads: 20_000, vocabulary: 30_000 };

export type MadeUpPaper = Record<'en' | 'ko', readonly string[]>;

/**
 * Fills an empty, migrated database with articles over three years, 70 of 100 in English and the others in Korean, four
 * paragraphs each, put together by PostgreSQL from a stock of paragraphs and headlines. One in 200 has been killed.
 * @returns the words of each language, the commonest first.
 */
export async function fillPaper(db: Db, articles: number, stock = STOCK): Promise<MadeUpPaper> {
  const random = createRandom(7);
  const words = {
    en: createVocabulary('en', stock.vocabulary, random),
    ko: createVocabulary('ko', stock.vocabulary, random),
  };
  await addEditions(db);
  await sql`create unlogged table part (language text, kind text, number int, text text, stems tsvector, plain tsvector)`.execute(
    db,
  );
  for (const language of ['en', 'ko'] as const) {
    // A Korean word says what two English ones do.
    const length = language === 'en' ? 75 : 40;
    const parts = Array.from({ length: stock.parts }, () =>
      makePart(language, words[language], length, random),
    );
    const heads = Array.from({ length: stock.heads }, () => makePart(language, words[language], 8, random));
    await addParts(db, 'body', parts);
    await addParts(db, 'head', heads);
  }
  await sql`create index on part (language, kind, number)`.execute(db);
  await sql`analyze part`.execute(db);
  await addArticles(db, articles, stock);
  await sql`drop table part`.execute(db);
  return words;
}

const addEditions = (db: Db) =>
  sql`
  with e as (insert into edition (code, name, language, zone, prefix) values ('en', 'Paper', 'en', 'UTC', ''), ('ko', '신문', 'ko', 'UTC', '/ko') returning code),
  s as (insert into section (edition, slug, name, position) select code, 's' || n, 'S' || n, n from e, generate_series(1, 8) n)
  insert into topic (edition, slug, name) select code, 't' || n, 'T' || n from e, generate_series(1, 200) n`.execute(
    db,
  );

async function addParts(db: Db, kind: 'body' | 'head', parts: MadeUpPart[]): Promise<void> {
  const column = (name: keyof MadeUpPart) => parts.map((part) => part[name]);
  await sql`insert into part select p.language, ${kind}, row_number() over () - 1, p.text,
      setweight(to_tsvector('dateline_search', p.stream), ${kind === 'head' ? 'A' : 'C'}::"char"), strip(to_tsvector('simple', p.syllables))
    from unnest(${column('language')}::text[], ${column('text')}::text[], ${column('stream')}::text[], ${column('syllables')}::text[])
      as p(language, text, stream, syllables)`.execute(db);
}

async function addArticles(db: Db, count: number, { parts, heads }: Stock): Promise<void> {
  // The index is built once at the end, as PostgreSQL's own manual advises for loading.
  await sql`drop index search_document_find`.execute(db);
  await sql`create unlogged table plan as
    select n as id, case when n % 10 < 7 then 'en' else 'ko' end as edition, 1 + n % 8 as section, 1 + n % 200 as topic,
      date_trunc('milliseconds', now() - interval '3 years' * (${count} - n) / ${count}) as at,
      (random() * ${heads - 1})::int as head, array(select (random() * ${parts - 1} + n * 0)::int from generate_series(1, 4)) as parts
    from generate_series(1, ${count}::int) n`.execute(db);
  await sql`insert into story (id, edition, section_id, state, created_at, updated_at) overriding system value
    select p.id, p.edition, s.id, 'published', p.at, p.at from plan p join section s on s.edition = p.edition and s.position = p.section`.execute(
    db,
  );
  await sql`insert into article (id, story_id, edition, section_id, path, status, visible_from, updated_at, current_revision, translation_group, headline, excerpt, language)
    select p.id, p.id, p.edition, s.section_id, '/s/' || p.id, case when p.id % 200 = 0 then 'killed' else 'live' end, p.at, p.at, 1, p.id, h.text, h.text, p.edition
    from plan p join story s on s.id = p.id join part h on h.language = p.edition and h.kind = 'head' and h.number = p.head`.execute(
    db,
  );
  await sql`insert into article_topic (article_id, topic_id, edition, visible_from)
    select p.id, t.id, p.edition, p.at from plan p join topic t on t.edition = p.edition and t.slug = 't' || p.topic`.execute(
    db,
  );
  await sql`insert into revision (article_id, number, kind, headline, body, language, take_number, published_at, written_at)
    select p.id, 1, 'first', '', (select jsonb_build_object('type', 'doc', 'content', jsonb_agg(jsonb_build_object('type', 'paragraph', 'content',
      jsonb_build_array(jsonb_build_object('type', 'text', 'text', b.text)))))
      from unnest(p.parts) n join part b on b.language = p.edition and b.kind = 'body' and b.number = n), p.edition, 1, p.at, p.at from plan p`.execute(
    db,
  );
  await sql`insert into search_document (article_id, edition, visible_from, revision, version, facts, names, words, keys)
    select p.id, p.edition, p.at, 1, ${SEARCH_VERSION}, '', h.stems || h.plain, h.stems || h.plain || b[1].stems || b[2].stems || b[3].stems || b[4].stems
        || b[1].plain || b[2].plain || b[3].plain || b[4].plain,
      array['s:' || s.section_id, 't:' || t.topic_id] || array(select p.edition || ':' || size || ':' || (floor(extract(epoch from p.at) / 86400 / size))::int from unnest(array[1, 8, 64, 512]) size)
    from plan p join article s on s.id = p.id join article_topic t on t.article_id = p.id
    join part h on h.language = p.edition and h.kind = 'head' and h.number = p.head
    cross join lateral (select array_agg(b) as b from unnest(p.parts) n join part b on b.language = p.edition and b.kind = 'body' and b.number = n) b`.execute(
    db,
  );
  await sql`drop table plan`.execute(db);
  await sql`create index search_document_find on search_document using gin (names, words, keys) with (fastupdate = off)`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
}
