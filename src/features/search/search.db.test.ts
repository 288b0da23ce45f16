import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { ArticleRow } from '#features/articles/articles.ts';
import { holdStory, killStory, publishStory } from '#features/publishing/publishing.ts';
import {
  addEditions,
  addTake,
  type DeskCopy as Copy,
  PAST,
  publishCopy,
} from '#features/publishing/testing/desk-copy.ts';
import { saveTopic } from '#features/taxonomy/taxonomy.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { backfillSearch, indexArticles, type SearchArticles, searchArticles, suggest } from './search.ts';

const { db } = await testDatabase();

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
});

const NOW = new Date('2026-01-01T00:00:00Z');
const hour = (count: number) => new Date(PAST.getTime() + count * 3_600_000);

async function publish(copy: Copy): Promise<ArticleRow> {
  const article = await publishCopy(db, copy);
  await indexArticles(db, [article.id]);
  return article;
}

const search = (q: string, more: Partial<SearchArticles> = {}) =>
  searchArticles(db, { edition: 'en', q, sort: 'best', filters: {}, limit: 20, now: NOW, ...more });
const headlines = async (q: string, more: Partial<SearchArticles> = {}) => {
  const { hits, instead } = await search(q, more);
  return instead ? [] : hits.map(({ article }) => article.headline);
};
const korean = (q: string) => headlines(q, { edition: 'ko' });

test('an English word is found by its stem, in any case and with or without its accents', async () => {
  await publish({ headline: 'Elections in Łódź', text: 'The café voted.' });
  for (const q of ['election', 'ELECTED', 'lodz', 'Łódź', 'cafe', 'cafés', "election's"])
    expect(await headlines(q)).toEqual(['Elections in Łódź']);
  expect(await headlines('electric')).toEqual([]);
});

test('a phrase stands together, an exclusion is not there, one of two is enough', async () => {
  await publish({ headline: 'One', text: 'High water at the port.', at: hour(1) });
  await publish({ headline: 'Two', text: 'The water was high, and there was fog.', at: hour(2) });
  expect(await headlines('high water', { sort: 'newest' })).toEqual(['Two', 'One']);
  expect(await headlines('"high water"')).toEqual(['One']);
  expect(await headlines('water -fog')).toEqual(['One']);
  expect(await headlines('water -"high water"')).toEqual(['Two']);
  expect(await headlines('fog OR port', { sort: 'newest' })).toEqual(['Two', 'One']);
  expect(await headlines('"the port"')).toEqual(['One']);
  expect(await headlines('two -fog')).toEqual([]);
});

test('Korean is found within words, with and without spaces, by one syllable, and without its particle', async () => {
  await publish({
    edition: 'ko',
    headline: '국방부 장관, 부산항 방문',
    text: 'AI칩 3개가 실린 배가 들어왔다.',
  });
  for (const q of [
    '국방부장관',
    '국방부 장관',
    '방문',
    '부산',
    '국방부가 부산에서',
    '쌀 OR 칩',
    '칩',
    '"AI 칩"',
    'ai칩',
    '3개',
    '항',
  ])
    expect([q, await korean(q)]).toEqual([q, ['국방부 장관, 부산항 방문']]);
  for (const q of ['방국', '쌀', '"칩 AI"', '장관 -부산항']) expect(await korean(q)).toEqual([]);
});

test('what stands in names comes before what stands in the text, however new that is', async () => {
  await publish({ headline: 'Harbour closes', text: 'Ships wait.', at: hour(1) });
  await publish({ headline: 'Ships wait', text: `${'The harbour. '.repeat(30)}`, at: hour(500) });
  await publish({ headline: 'Fog', byline: 'By Ann Harbour', text: 'It is fog.', at: hour(2) });
  expect(await headlines('harbour')).toEqual(['Harbour closes', 'Fog', 'Ships wait']);
  expect(await headlines('harbour', { sort: 'newest' })).toEqual(['Ships wait', 'Fog', 'Harbour closes']);
});

test('section, topic and time limit what is found', async () => {
  await saveTopic(db, { edition: 'en', slug: 'ports', name: 'Ports', description: '', code: null });
  const first = await publish({ headline: 'Fog one', topics: [1], at: hour(0) });
  const second = await publish({ headline: 'Fog two', section: 'economy', at: hour(48) });
  expect(await headlines('fog', { filters: { sectionId: second.section_id } })).toEqual(['Fog two']);
  expect(await headlines('fog', { filters: { topicId: 1 } })).toEqual(['Fog one']);
  expect(await headlines('ports')).toEqual(['Fog one']);
  expect(await headlines('fog', { filters: { from: hour(1) } })).toEqual(['Fog two']);
  expect(await headlines('fog', { filters: { until: hour(48) } })).toEqual(['Fog one']);
  expect(first.section_id).not.toBe(second.section_id);
});

test('pages follow each other without a gap and without a repetition, in both orders', async () => {
  for (let count = 0; count < 23; count += 1)
    await publish({
      headline: count % 3 === 0 ? `Fog ${count}` : `Port ${count}`,
      text: `${'fog '.repeat(count % 5)} fog`,
      at: hour(count % 7),
    });
  for (const sort of ['best', 'newest'] as const) {
    const whole = await headlines('fog', { sort, limit: 50 });
    const read: string[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const { hits, next } = await search('fog', { sort, limit: 5, after });
      read.push(...hits.map(({ article }) => article.headline));
      after = next;
    }
    expect(read).toEqual(whole);
    expect(new Set(read).size).toBe(23);
  }
});

test('a list that is being read does not shift when something new is published', async () => {
  for (let count = 0; count < 8; count += 1) await publish({ headline: `Fog ${count}`, at: hour(count) });
  const whole = await headlines('fog');
  for (const sort of ['best', 'newest'] as const) {
    const first = await search('fog', { sort, limit: 4 });
    await publish({ headline: 'Fog fog fog', at: hour(99) });
    const second = await search('fog', { sort, limit: 4, after: first.next });
    expect(second.hits.map(({ article }) => article.headline)).not.toContain('Fog fog fog');
    expect(second.hits.length).toBeGreaterThan(0);
  }
  expect(whole).toHaveLength(8);
});

test('what was looked for is marked in headline and text, and text stays text', async () => {
  await publish({
    headline: 'Ports & <b>fog</b>',
    text: 'A ship, <script>1</script>, left the port of Busan in fog.',
  });
  const [hit] = (await search('port fog')).hits;
  const written = (segments: { text: string; hit: boolean }[] = []) =>
    segments.map(({ text, hit: marked }) => (marked ? `[${text}]` : text)).join('');
  expect(written(hit?.headline)).toBe('[Ports] & <b>[fog]</b>');
  expect(written(hit?.excerpt)).toBe('A ship, <script>1</script>, left the [port] of Busan in [fog].');
});

test('a correction is found by its new words at once in the text, and by the index after its job', async () => {
  const article = await publish({ headline: 'Port', text: 'It has forty berths.' });
  await addTake(db, article.story_id, { headline: 'Port', text: 'It has sixty berths.' });
  await db.transaction().execute((trx) => publishStory(trx, { storyId: article.story_id, at: hour(1) }));
  const [stale] = (await search('berths')).hits;
  expect(stale?.excerpt.map(({ text }) => text).join('')).toBe('It has sixty berths.');
  await indexArticles(db, [article.id]);
  expect([await headlines('forty'), await headlines('sixty')]).toEqual([[], ['Port']]);
});

test('killed, held, retracted and embargoed articles are not found, though their rows are still there', async () => {
  const killed = await publish({ headline: 'Fog killed' });
  const held = await publish({ headline: 'Fog held' });
  const retracted = await publish({ headline: 'Fog retracted' });
  await publish({ headline: 'Fog later', embargoUntil: new Date('9000-01-01T00:00:00Z') });
  await publish({ headline: 'Fog seen' });
  await db.transaction().execute(async (trx) => {
    await killStory(trx, { storyId: killed.story_id, at: hour(1) });
    await holdStory(trx, { storyId: held.story_id, at: hour(1) });
    await publishStory(trx, { storyId: retracted.story_id, at: hour(1), kind: 'retraction', note: 'Wrong.' });
  });
  const { rows } = await sql<{ count: number }>`select count(*) from search_document`.execute(db);
  expect(rows[0]?.count).toBe(5);
  for (const sort of ['best', 'newest'] as const)
    expect(await headlines('fog', { sort })).toEqual(['Fog seen']);
  const found = await suggest(db, { edition: 'en', q: 'fo', limit: 9, now: NOW });
  expect(found.articles.map(({ headline }) => headline)).toEqual(['Fog seen']);
});

test('an embargoed article is found the moment its embargo has ended, without any job', async () => {
  const article = await publish({ headline: 'Fog', embargoUntil: new Date('9000-01-01T00:00:00Z') });
  expect(await headlines('fog')).toEqual([]);
  await db.updateTable('article').set({ visible_from: PAST }).where('id', '=', article.id).execute();
  expect(await search('fog', { now: new Date('9000-01-02T00:00:00Z') })).toMatchObject({
    hits: [{ article: { headline: 'Fog' } }],
  });
});

test('a search that finds nothing says what it did instead', async () => {
  const article = await publish({ headline: 'Harbour fog', text: 'Ships wait for the tide.' });
  await publish({ headline: 'Snow', text: 'It snows.' });
  expect(await search('fog', { filters: { sectionId: article.section_id + 1 } })).toMatchObject({
    hits: [{ article: { headline: 'Harbour fog' } }],
    instead: { kind: 'everywhere', q: 'fog' },
  });
  expect(await search('fog zebra')).toMatchObject({
    hits: [{ article: { headline: 'Harbour fog' } }],
    instead: { kind: 'without', q: 'fog', words: ['zebra'] },
  });
  expect((await search('snow tide')).instead).toEqual({ kind: 'any', q: 'snow OR tide' });
  expect(await search('harbuor')).toMatchObject({ hits: [], meant: 'harbour' });
  expect(await search('zebra')).toMatchObject({ hits: [], asked: true });
  expect(await search('-fog')).toMatchObject({ hits: [], asked: false });
});

test('a short Korean word is tried without its particle where it is found with it nowhere', async () => {
  await publish({ edition: 'ko', headline: '장관 방문' });
  expect(await search('장관은', { edition: 'ko' })).toMatchObject({
    hits: [{ article: { headline: '장관 방문' } }],
    instead: { kind: 'particles', q: '장관' },
  });
  expect(await search('방뭔', { edition: 'ko' })).toMatchObject({ meant: '방문' });
});

test('a word that stands only where nobody may read it is never proposed', async () => {
  const article = await publish({ headline: 'Whistleblower named' });
  expect((await search('whistleblowr')).meant).toBe('whistleblower');
  await db.transaction().execute((trx) => killStory(trx, { storyId: article.story_id, at: hour(1) }));
  expect((await search('whistleblowr')).meant).toBeUndefined();
});

test('suggestions begin with what is typed: topics, then the newest headlines', async () => {
  await saveTopic(db, { edition: 'en', slug: 'elections', name: 'Elections', description: '', code: null });
  await publish({ headline: 'Electric cars', at: hour(1) });
  await publish({ headline: 'The elections in Busan', at: hour(2) });
  const ask = async (q: string) => {
    const { topics, articles } = await suggest(db, { edition: 'en', q, limit: 5, now: NOW });
    return [...topics.map(({ name }) => name), ...articles.map(({ headline }) => headline)];
  };
  expect(await ask('elec')).toEqual(['Elections', 'The elections in Busan', 'Electric cars']);
  expect(await ask('electi')).toEqual(['Elections', 'The elections in Busan']);
  expect(await ask('elections bu')).toEqual(['The elections in Busan']);
  expect([await ask('e'), await ask(''), await ask('"-!')]).toEqual([[], [], []]);
});

test('the backfill makes what is missing or old, takes out what should not be there, and can be cut off', async () => {
  const articles = [];
  for (let count = 0; count < 4; count += 1) articles.push(await publish({ headline: `Fog ${count}` }));
  const [missing, old, killed] = articles;
  await db
    .deleteFrom('search_document')
    .where('article_id', '=', missing?.id ?? 0)
    .execute();
  await db
    .updateTable('search_document')
    .set({ version: 0 })
    .where('article_id', '=', old?.id ?? 0)
    .execute();
  await db.transaction().execute((trx) => killStory(trx, { storyId: killed?.story_id ?? 0, at: hour(1) }));
  expect(await backfillSearch(db, { signal: AbortSignal.abort() })).toBe(0);
  expect(await backfillSearch(db)).toBe(3);
  expect(await backfillSearch(db)).toBe(0);
  const rows = await db.selectFrom('search_document').select('article_id').orderBy('article_id').execute();
  expect(rows.map(({ article_id }) => article_id)).toEqual(
    articles.map(({ id }) => id).filter((id) => id !== killed?.id),
  );
});

test('indexing at once from two sides leaves one row of the latest revision', async () => {
  const article = await publish({ headline: 'Fog' });
  await Promise.all([1, 2, 3, 4].map(() => indexArticles(db, [article.id])));
  expect(await headlines('fog')).toEqual(['Fog']);
});

test('whatever is typed, the search answers', async () => {
  await publish({ headline: 'Fog', text: 'It is fog. 안개가 낀다.' });
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '-',
      ' OR ',
      '|',
      "'",
      '\\',
      ':*',
      '<->',
      '&',
      '!',
      '(',
      ')',
      '안개',
      '에서',
      'the',
      ' ',
      'fog',
      '%',
      '_',
    ),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom('best', 'newest'),
      async (parts, sort) => {
        const q = parts.join('');
        expect((await search(q, { sort: sort as 'best' | 'newest' })).hits.length).toBeLessThanOrEqual(1);
        await suggest(db, { edition: 'en', q, limit: 5, now: NOW });
      },
    ),
    { numRuns: 60 },
  );
  expect((await search('fog '.repeat(10_000))).hits).toHaveLength(1);
});

test('many more searches at once than there are connections are all answered', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => search('harbour')));
  expect(answers).toHaveLength(40);
});
