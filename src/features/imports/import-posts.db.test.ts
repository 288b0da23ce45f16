import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { findPathOf, findPublished, listLatest } from '#features/articles/articles.ts';
import { failSource } from '#features/media/media.ts';
import { publishStory } from '#features/publishing/publishing.ts';
import { listStories } from '#features/stories/stories.ts';
import { ensureEdition, ensureSection, findEdition, listSections } from '#features/taxonomy/taxonomy.ts';
import { parseMessage } from '#features/wire/wire.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { type ImportPosts, importPosts } from './import-posts.ts';
import type { ImportRow } from './import-row.ts';
import { type OldPost, toWxr } from './testing/export.builder.ts';

const { db } = await testDatabase();
const NOW = new Date('2024-03-01T10:00:00Z');

beforeEach(async () => {
  await emptyDatabase(db);
  await ensureEdition(db);
  await ensureSection(db, { edition: 'en', slug: 'sea' });
});

const parse = (posts: OldPost[]) => parseMessage(toWxr(posts), { as: 'wxr' });

async function run(parsed: ReturnType<typeof parseMessage>, more: Partial<ImportPosts> = {}) {
  const edition = await findEdition(db, 'en');
  const sections = await listSections(db);
  const [fallback] = sections;
  if (!edition || !fallback) throw new Error('there is no paper');
  const rows: ImportRow[] = [];
  const outcome = await importPosts(db, parsed, {
    edition,
    sections,
    fallback,
    map: new Map(),
    now: NOW,
    pictures: true,
    madeBy: 'import:wxr',
    onRows: (some) => void rows.push(...some),
    ...more,
  });
  rows.sort((a, b) => a.position - b.position);
  return { ...outcome, all: rows };
}

test('a public post is an article at its own time, under its section, topics and byline, and its old address leads there', async () => {
  const post = { id: 1, title: 'Fog', slug: 'fog', modified: '2019-05-01 00:00:00' };
  const { all } = await run(parse([{ ...post, categories: ['sea'], tags: ['fog'] }]));
  expect(all).toMatchObject([{ position: 1, result: 'published', newAddress: '/sea/2019/03/04/fog' }]);
  expect(await findPublished(db, '/sea/2019/03/04/fog')).toMatchObject({
    headline: 'Fog',
    byline: 'Kim Mina',
    visible_from: new Date('2019-03-04T05:06:07Z'),
    updated_at: new Date('2019-05-01T00:00:00Z'),
    topics: [{ slug: 'fog', name: 'Fog' }],
  });
  expect(await findPathOf(db, '/2019/03/fog')).toMatchObject({ path: '/sea/2019/03/04/fog' });
});

test.each([
  { status: 'draft' },
  { status: 'private' },
  { status: 'pending' },
  { status: 'future', date: '2032-01-01 00:00:00' },
  { password: 'sesame' },
])('a post with %o waits for the desk and is no article', async (more) => {
  const { all } = await run(parse([{ id: 1, title: 'Not yet', ...more }]));
  expect(all).toMatchObject([{ result: 'waits' }]);
  expect(await listLatest(db, 'en', { limit: 10 })).toEqual([]);
  expect(await listStories(db, { limit: 10 })).toMatchObject([{ headline: 'Not yet', state: 'draft' }]);
  const { rows } = await sql<{ text: string }>`select take::text as text from take`.execute(db);
  expect(rows[0]?.text).not.toContain('sesame');
});

test('a post without a headline waits, and says why', async () => {
  const { all } = await run(parse([{ id: 1, title: '' }]));
  expect(all).toMatchObject([{ result: 'waits' }]);
  expect(all[0]?.notes.join(' ')).toContain('no headline');
});

test('categories go where the map says, else to the section of their slug, else to the given one', async () => {
  await ensureSection(db, { edition: 'en', slug: 'culture' });
  const culture = (await listSections(db)).find(({ slug }) => slug === 'culture');
  const map = new Map(culture ? [['feuilleton', culture]] : []);
  const categories = [['feuilleton'], ['unheard', 'sea'], ['unheard'], []];
  const { all } = await run(parse(categories.map((given, id) => ({ id, categories: given }))), { map });
  const sections = all.map(({ newAddress }) => newAddress?.split('/')[1]);
  expect(sections).toEqual(['culture', 'sea', 'news', 'news']);
  expect(all[2]?.notes.join(' ')).toContain('“Unheard”');
});

test('an old address that is a page of the paper, or leads elsewhere already, is left as it is and told', async () => {
  const links = ['/latest/', '/sea/', '/2019/fog/', '/2019/fog/', '/?p=12'];
  const { all } = await run(parse(links.map((path, id) => ({ id, link: `https://old.example${path}` }))));
  const notes = all.map((row) => row.notes.join(' '));
  expect(notes[0]).toContain('stands a page of the paper');
  expect(notes[1]).toContain('stands a page of the paper');
  expect(notes[2]).toBe('');
  expect(notes[3]).toContain('leads to another article');
  expect(await findPathOf(db, '/latest')).toBeUndefined();
  expect(await findPathOf(db, '/2019/fog')).toMatchObject({ path: all[2]?.newAddress });
  expect(await findPathOf(db, '')).toBeUndefined();
});

test('rows that are no posts, are in the bin or repeat an identifier are left out with a reason', async () => {
  const posts: OldPost[] = [{ id: 1, type: 'page' }, { id: 2, status: 'trash' }, { id: 3 }, { id: 3 }];
  const { all, counts } = await run(parse(posts));
  expect(all.map(({ result }) => result)).toEqual(['left out', 'left out', 'published', 'left out']);
  expect(all.every(({ result, notes }) => result === 'published' || notes.length > 0)).toBe(true);
  expect(counts).toMatchObject({ published: 1, 'left out': 3 });
});

test('a post that the database refuses is a failed row and costs the others nothing', async () => {
  const parsed = parse([{ id: 1 }, { id: 2 }, { id: 3 }]);
  const [, second] = parsed.items;
  if (second) second.headline = 'Not to be stored: \u0000';
  const { all } = await run(parsed);
  expect(all.map(({ result }) => result)).toEqual(['published', 'failed', 'published']);
});

test('a dry run says what would be and leaves nothing behind', async () => {
  const { all } = await run(parse([{ id: 1, slug: 'fog', tags: ['sea'] }]), { dryRun: true });
  expect(all).toMatchObject([{ result: 'published', newAddress: '/sea/2019/03/04/fog' }]);
  expect(await listStories(db, { limit: 10 })).toEqual([]);
  expect((await run(parse([{ id: 1 }]))).all).toMatchObject([{ result: 'published' }]);
});

test('run again, an import changes nothing and names the pictures that could not be had', async () => {
  const parsed = parse([{ id: 1, picture: 'https://old.example/fog.jpg' }]);
  await run(parsed);
  const { rows } = await sql`
    select href from imported_picture`.execute(db);
  expect(rows).toEqual([{ href: 'https://old.example/fog.jpg' }]);
  await failSource(db, 'https://old.example/fog.jpg', 'The server answered 404.', NOW);
  const { all } = await run(parsed);
  expect(all).toMatchObject([{ result: 'already there', newAddress: expect.stringContaining('/news/') }]);
  expect(all[0]?.notes.join(' ')).toContain('fog.jpg could not be had: The server answered 404.');
  expect(await listStories(db, { limit: 10 })).toHaveLength(1);
});

test('a post that the desk published later gets its old address when the import is run again', async () => {
  const parsed = parse([{ id: 1, slug: 'fog', status: 'private' }]);
  await run(parsed);
  const [story] = await listStories(db, { limit: 1 });
  await db
    .transaction()
    .execute((trx) => publishStory(trx, { storyId: story?.id ?? 0, at: NOW, anyway: true }));
  await run(parsed);
  expect(await findPathOf(db, '/2019/03/fog')).toMatchObject({ path: '/news/2024/03/01/fog' });
});

/** All that an import leaves behind, without the numbers that rows happened to get. */
async function endState(): Promise<unknown> {
  const { rows } = await sql`
    select p.guid, p.old_path, s.state, s.withheld, s.created_at, s.updated_at, t.headline, t.pictures, a.path, a.visible_from,
      a.updated_at as changed,
      (select array_agg(path order by path) from article_address where article_id = a.id) as addresses,
      (select array_agg(slug order by slug) from article_topic at join topic on topic.id = at.topic_id where at.article_id = a.id) as topics
    from imported_post p join story s on s.id = p.story_id join take t on t.story_id = s.id
      left join article a on a.story_id = s.id order by p.guid`.execute(db);
  const jobs = await sql`
    select task_identifier, count(*)::int as n from graphile_worker.jobs group by 1 order by 1`.execute(db);
  const topics = await sql`select slug, name from topic order by slug`.execute(db);
  const pictures = await sql`select href from imported_picture order by href`.execute(db);
  return { rows, jobs: jobs.rows, topics: topics.rows, pictures: pictures.rows };
}

const somePost = fc.record({
  slug: fc.constantFrom('fog', 'storm', 'herring'),
  title: fc.constantFrom('Fog', 'Storm', ''),
  status: fc.constantFrom('publish', 'publish', 'draft', 'private', 'trash'),
  categories: fc.subarray(['sea', 'unheard']),
  tags: fc.subarray(['a', 'b', 'c']),
  picture: fc.option(fc.constantFrom('https://old.example/1.jpg', 'https://old.example/2.jpg'), {
    nil: undefined,
  }),
});

test('stopped behind any batches and run again, an import ends as one that nobody disturbed', async () => {
  const prepare = async () => {
    await emptyDatabase(db);
    await ensureEdition(db);
    await ensureSection(db, { edition: 'en', slug: 'sea' });
  };
  await fc.assert(
    fc.asyncProperty(fc.array(somePost, { minLength: 3, maxLength: 9 }), async (posts) => {
      const parsed = parse(posts.map((post, id) => ({ ...post, id })));
      await prepare();
      await run(parsed, { batchSize: 2 });
      const undisturbed = await endState();
      await prepare();
      for (let runs = 0, stopped = true; stopped; runs += 1) {
        const stopping = new AbortController();
        // Every run gets one batch further than the one before it.
        const onRows = (_: ImportRow[], { done }: { done: number }) => {
          if (done >= parsed.failures.length + 2 * (runs + 1)) stopping.abort();
        };
        ({ stopped } = await run(parsed, { batchSize: 2, signal: stopping.signal, onRows }));
        expect(runs).toBeLessThan(20);
      }
      expect(await endState()).toEqual(undisturbed);
    }),
    { numRuns: 8 },
  );
}, 120_000);
