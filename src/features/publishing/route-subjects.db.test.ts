import { expect, test } from 'vitest';
import { findPublished, listLatest } from '#features/articles/articles.ts';
import {
  ensureSection,
  ensureTopics,
  findSectionById,
  removeSubject,
  saveSubject,
} from '#features/taxonomy/taxonomy.ts';
import { addSource } from '#features/wire/wire.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { publishingSource, receive } from './testing/copy.ts';

const { db } = await testDatabase();
await publishingSource(db);
const { section: sport } = await ensureSection(db, { edition: 'en', slug: 'sport' });
const { section: rowing } = await ensureSection(db, { edition: 'en', slug: 'rowing' });
// Without a section of its own, so that the subjects decide.
const { source } = await addSource(db, { name: 'subjects', kind: 'push', edition: 'en', publish: true });

async function sectionOf(headline: string, code: string, name = 'a subject'): Promise<string | undefined> {
  await receive(db, source, { uri: `urn:subjects:${headline}`, headline, subject: [{ code, name }] });
  const article = (await listLatest(db, 'en', { limit: 50 })).find((one) => one.headline === headline);
  return article && (await findSectionById(db, article.section_id))?.slug;
}

test('copy goes where its subjects usually go, a retired code and one of the older list too', async () => {
  expect(await sectionOf('A race is rowed', 'medtop:20000822')).toBe('sport');
  expect(await sectionOf('A cup is won', 'subj:15054000')).toBe('sport');
});

test('a section that a subject names itself goes before the usual one', async () => {
  expect(await sectionOf('Eights on the lake', 'medtop:20000822', 'Rowing')).toBe('rowing');
});

test('what the desk says of a subject goes before both, with its topic', async () => {
  const topics = await ensureTopics(db, 'en', [{ slug: 'regatta', name: 'Regatta' }]);
  const code = 'medtop:15000000';
  const topic_id = topics.get('regatta') ?? null;
  await saveSubject(db, { edition: 'en', code, section_id: rowing.id, topic_id });
  expect(await sectionOf('A boat sinks', 'medtop:20000822', 'Sport')).toBe('rowing');
  const listed = (await listLatest(db, 'en', { limit: 50 })).find((one) => one.headline === 'A boat sinks');
  const article = await findPublished(db, listed?.path ?? '');
  expect(article?.topics).toMatchObject([{ slug: 'regatta' }]);
  await removeSubject(db, 'en', code);
  expect(await sectionOf('A boat is raised', 'medtop:20000822', 'Sport')).toBe(sport.slug);
});
