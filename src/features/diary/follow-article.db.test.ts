import { beforeEach, describe, expect, it } from 'vitest';
import { holdStory, killStory } from '#features/publishing/publishing.ts';
import { addEditions, publishAgain, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { fromIsoDay, mondayOfWeek } from './day-span.ts';
import { editEntry } from './edit-entry.ts';
import { followArticle } from './follow-article.ts';
import { readCalendar, readDiary } from './read-diary.ts';

const { db } = await testDatabase();
const EN = { code: 'en', language: 'en' };
// A Wednesday.
const AT = new Date('2015-03-25T09:30:00Z');
const after = (days: number) => new Date(AT.getTime() + days * 86_400_000);
const today = fromIsoDay('2015-03-25') ?? 0;
const monday = mondayOfWeek(2015, 13) ?? 0;

const PLAN =
  'WASHINGTON (Wire) -- President Barack Obama will visit South Korea on April 9. Nothing else is known.';

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
});

const diary = async () => (await readDiary(db, EN, { monday, ahead: true })).entries;
const calendar = () => readCalendar(db, EN, today);

async function publish(headline: string, text: string, at = AT, edition = 'en') {
  const article = await publishCopy(db, { headline, text, at, edition });
  await followArticle(db, article.id);
  return article;
}

describe('the diary', () => {
  it('has what an article announces, with its sentence, and has it once however often it is followed', async () => {
    const article = await publish('Visit', PLAN);
    await followArticle(db, article.id);
    const entries = await diary();
    expect(entries).toMatchObject([
      {
        title: 'Barack Obama to visit South Korea',
        group: 'ahead',
        status: 'planned',
        when: { value: '2015-04-09' },
        announced: {
          articleId: article.id,
          sentence: 'WASHINGTON (Wire) -- President Barack Obama will visit South Korea on April 9.',
        },
      },
    ]);
    expect(await calendar()).toMatchObject([
      { sequence: 0, days: { first: '2015-04-09', last: '2015-04-09' } },
    ]);
  });

  it('joins two articles that announce one event, and stays as long as one of them can be seen', async () => {
    const first = await publish('Visit', PLAN);
    const second = await publish(
      'Travel',
      'Barack Obama is set to arrive in South Korea on April 9, officials said.',
      after(1),
    );
    expect((await diary())[0]?.alsoAnnounced).toHaveLength(1);
    await db.transaction().execute((trx) => killStory(trx, { storyId: second.story_id, at: after(2) }));
    expect(await diary()).toMatchObject([{ alsoAnnounced: [], announced: { articleId: first.id } }]);
  });

  it('takes away at once what rests on an article that was killed, and tells calendars without its words', async () => {
    const article = await publish('Visit', PLAN);
    const [before] = await calendar();
    await db.transaction().execute((trx) => killStory(trx, { storyId: article.story_id, at: after(1) }));
    expect(await diary()).toEqual([]);
    const [unfollowed] = await calendar();
    expect(unfollowed).toMatchObject({ uid: before?.uid, sequence: 1 });
    expect(unfollowed?.entry).toBeUndefined();
    await followArticle(db, article.id);
    expect(await calendar()).toMatchObject([{ uid: before?.uid, sequence: 1 }]);
  });

  it('has a held article’s entry again, under the same identity, once it is published again', async () => {
    const article = await publish('Visit', PLAN);
    const [before] = await calendar();
    await db.transaction().execute((trx) => holdStory(trx, { storyId: article.story_id, at: after(1) }));
    await followArticle(db, article.id);
    expect(await diary()).toEqual([]);
    await publishAgain(db, article.story_id, { headline: 'Visit', text: PLAN, at: after(1) });
    await followArticle(db, article.id);
    expect(await diary()).toHaveLength(1);
    expect(await calendar()).toMatchObject([{ uid: before?.uid, sequence: 2 }]);
  });

  it('withdraws what a correction no longer announces, and keeps what it announces for another day', async () => {
    const article = await publish('Visit', PLAN);
    const [before] = await calendar();
    const again = (text: string, days: number) =>
      publishAgain(db, article.story_id, { headline: 'Visit', text, at: after(days), kind: 'correction' });
    await again(PLAN.replace('April 9', 'April 10'), 1);
    await followArticle(db, article.id);
    expect(await calendar()).toMatchObject([
      { uid: before?.uid, sequence: 1, days: { first: '2015-04-10' } },
    ]);
    await again('President Barack Obama has no plans to travel.', 2);
    await followArticle(db, article.id);
    expect(await diary()).toEqual([]);
    expect((await calendar())[0]).toMatchObject({ uid: before?.uid, sequence: 2 });
  });

  it('says what came of an entry, with the sentence of a later article', async () => {
    await publish('Visit', PLAN);
    const report = await publish(
      'Arrival',
      'President Barack Obama arrived in South Korea on Thursday.',
      new Date('2015-04-09T12:00:00Z'),
    );
    expect(await diary()).toMatchObject([
      {
        status: 'happened',
        reported: {
          articleId: report.id,
          sentence: 'President Barack Obama arrived in South Korea on Thursday.',
        },
      },
    ]);
    await db.transaction().execute((trx) => killStory(trx, { storyId: report.story_id, at: after(30) }));
    expect(await diary()).toMatchObject([{ status: 'planned' }]);
  });

  it('moves an entry where a later article says that it was moved', async () => {
    await publish('Visit', PLAN);
    await publish(
      'Delay',
      'President Barack Obama has put off his trip and will visit South Korea on May 11.',
      after(3),
    );
    expect(await diary()).toMatchObject([
      { status: 'moved', when: { value: '2015-05-11' }, movedFrom: { value: '2015-04-09' } },
    ]);
  });

  it('has nothing of an article under embargo before its time', async () => {
    const { id } = await publishCopy(db, {
      headline: 'Visit',
      text: PLAN,
      at: AT,
      embargoUntil: new Date('9000-01-01T00:00:00Z'),
    });
    await followArticle(db, id);
    expect([await diary(), await calendar()]).toEqual([[], []]);
  });

  it('keeps each edition to itself', async () => {
    await publish('방문', PLAN, AT, 'ko');
    expect(await diary()).toEqual([]);
  });
});

describe('an editor', () => {
  const only = async () => {
    const { id } = await db.selectFrom('diary_entry').select('id').executeTakeFirstOrThrow();
    return id;
  };

  it('strikes an entry, and reading the article again does not bring it back', async () => {
    const article = await publish('Visit', PLAN);
    await editEntry(db, await only(), { verdict: 'struck' });
    await followArticle(db, article.id);
    await publish('Travel', 'Barack Obama will visit South Korea on April 9.', after(1));
    expect(await diary()).toEqual([]);
    expect((await calendar())[0]?.entry).toBeUndefined();
  });

  it('has the last word on what, when and how it ended', async () => {
    const article = await publish('Visit', PLAN);
    const id = await only();
    await editEntry(db, id, {
      verdict: 'confirmed',
      what: 'State visit to Seoul',
      when: { value: '2015-04-12' },
    });
    await publishAgain(db, article.story_id, { headline: 'Visit', text: `Updated. ${PLAN}`, at: after(1) });
    await followArticle(db, article.id);
    expect(await diary()).toMatchObject([
      { title: 'State visit to Seoul', when: { value: '2015-04-12' }, certain: true },
    ]);
    await editEntry(db, id, { outcome: 'cancelled', outcomeArticle: article.id });
    expect(await diary()).toMatchObject([{ status: 'cancelled', outcomeArticle: { id: article.id } }]);
  });

  it('is told of a time that is none', async () => {
    await publish('Visit', PLAN);
    await expect(editEntry(db, await only(), { when: { value: 'soon' } })).rejects.toThrow('2015-W15');
    await expect(editEntry(db, 99, {})).rejects.toThrow('no diary entry 99');
  });
});
