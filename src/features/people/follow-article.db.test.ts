import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { holdStory, killStory } from '#features/publishing/publishing.ts';
import { addEditions, publishAgain, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import type { Db } from '#platform/database.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { backfillPeople } from './backfill-people.ts';
import { editPerson } from './edit-person.ts';
import { followArticle } from './follow-article.ts';
import { readPerson } from './read-person.ts';
import { listPeople, listPersonBlock, listPersonBlocks, listSpeakers } from './shown-people.repo.ts';

const { db } = await testDatabase();
const AT = new Date('2015-03-04T09:30:00Z');
const after = (days: number) => new Date(AT.getTime() + days * 86_400_000);
const SPEECH =
  'U.S. Secretary of Defense Ashton Carter visited Seoul. "The alliance has never been stronger than it is today," Carter said.';

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
});

async function publish(text: string, at = AT) {
  const article = await publishCopy(db, { headline: `News of ${at.toISOString()}`, text, at });
  await followArticle(db, article.id);
  return article;
}

const carter = (slug = 'ashton-carter') => readPerson(db, 'en', slug, { limit: 10 });
const kill = (storyId: number) =>
  db.transaction().execute((trx: Db) => killStory(trx, { storyId, at: after(9) }));

describe('a person', () => {
  it('is kept with the role, its date and article, and what was said, however often the article is followed', async () => {
    const article = await publish(SPEECH);
    await followArticle(db, article.id);
    expect(await carter()).toMatchObject({
      name: 'Ashton Carter',
      several: false,
      mayBeSeveral: false,
      roles: [{ role: 'U.S. Secretary of Defense', first: { id: article.id, at: AT }, last: { at: AT } }],
      said: [
        {
          text: expect.stringMatching(/^The alliance has never been stronger/),
          article: { path: article.path },
        },
      ],
      articles: [{ id: article.id }],
    });
    expect(await listSpeakers(db, article.id)).toMatchObject([
      { name: 'Ashton Carter', slug: 'ashton-carter' },
    ]);
  });

  it('has each role once, with the first and the last article that gave it', async () => {
    const first = await publish(SPEECH);
    await publish('US Secretary of defense Ashton Carter left Seoul.', after(1));
    const last = await publish('U.S. Secretary of Defense Ashton Carter went home.', after(2));
    const { roles, articles, several } = (await carter()) ?? {};
    const [role] = (roles ?? []).filter(({ role }) => role.startsWith('U.S.'));
    expect(role).toMatchObject({ first: { id: first.id }, last: { id: last.id, at: after(2) } });
    expect(articles?.map(({ id }) => id)).toEqual([last.id, last.id - 1, first.id]);
    expect(several).toBe(true);
  });

  it('who is known from articles alone that readers cannot see has no page, at once', async () => {
    const killed = await publish(SPEECH);
    await kill(killed.story_id);
    expect(await carter()).toBeUndefined();
    await followArticle(db, killed.id);
    expect(await db.selectFrom('person').selectAll().execute()).toEqual([]);
    const held = await publish(SPEECH, after(1));
    expect(await carter()).toBeDefined();
    await db.transaction().execute((trx) => holdStory(trx, { storyId: held.story_id, at: after(2) }));
    expect(await carter()).toBeUndefined();
  });

  it('keeps no words that the article has no more, even before it is followed', async () => {
    const article = await publish(SPEECH);
    await publishAgain(db, article.story_id, {
      headline: 'News',
      text: 'Ashton Carter visited Seoul.',
      at: after(1),
    });
    expect(await carter()).toMatchObject({ roles: [], said: [] });
    await followArticle(db, article.id);
    expect(await carter(), 'named in one article without a role or a quotation').toBeUndefined();
  });

  it('is read of an article under embargo when its time has come', async () => {
    const soon = new Date('9000-01-01T00:00:00Z');
    const { id } = await publishCopy(db, { headline: 'Later', text: SPEECH, at: AT, embargoUntil: soon });
    await followArticle(db, id);
    expect(await carter()).toBeUndefined();
    await db.updateTable('article').set({ visible_from: AT }).where('id', '=', id).execute();
    await sql`update revision set published_at = ${AT} where article_id = ${id}`.execute(db);
    await followArticle(db, id);
    expect(await carter()).toBeDefined();
  });

  it('whose name is given with two walks of life at one time may be two', async () => {
    await publish('Transport Minister John Marsh opened a bridge.');
    await publish('Judge John Marsh sent a man to prison.', after(1));
    await publish('Transport Minister John Marsh opened a tunnel.', after(2));
    const person = await carter('john-marsh');
    expect(person).toMatchObject({ several: true, mayBeSeveral: true });
    expect(person?.roles[0]?.role).toBe('Transport Minister');
  });
});

describe('an editor', () => {
  it('strikes a person, who stays struck whatever is published, and can be brought back', async () => {
    const article = await publish(SPEECH);
    await editPerson(db, 'en', 'ashton-carter', { struck: true });
    await publish(SPEECH, after(1));
    expect(await carter()).toBeUndefined();
    expect(await listSpeakers(db, article.id)).toEqual([]);
    await kill(article.story_id);
    await followArticle(db, article.id);
    expect(await listPeople(db, { edition: 'en', after: '', limit: 10 })).toMatchObject([{ struck: true }]);
    await editPerson(db, 'en', 'ashton-carter', { struck: false });
    expect(await carter()).toBeDefined();
  });

  it('writes the name as it is to be shown', async () => {
    await publish(SPEECH);
    await editPerson(db, 'en', 'ashton-carter', { name: 'Ash Carter' });
    expect(await carter()).toMatchObject({ name: 'Ash Carter', alsoNamed: ['Ashton Carter'] });
    await expect(editPerson(db, 'en', 'nobody', { struck: true })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(editPerson(db, 'en', 'ashton-carter', { name: ' – ' })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});

it('articles from before are followed once, and those that are done are not followed again', async () => {
  await publishCopy(db, { headline: 'One', text: SPEECH, at: AT });
  await publishCopy(db, { headline: 'Two', text: SPEECH, at: after(1) });
  const stopped = await backfillPeople(db, { signal: AbortSignal.abort() });
  expect(stopped).toBe(0);
  expect(await backfillPeople(db)).toBe(2);
  expect(await backfillPeople(db)).toBe(0);
  expect(await carter()).toBeDefined();
});

it('only who is named in two articles is for search engines', async () => {
  await publish(SPEECH);
  expect(await listPersonBlocks(db, 1000)).toEqual([]);
  await publish(SPEECH, after(1));
  expect(await listPersonBlocks(db, 1_000_000)).toEqual([1]);
  expect(await listPersonBlock(db, 1, 1_000_000)).toEqual([{ edition: 'en', slug: 'ashton-carter' }]);
});
