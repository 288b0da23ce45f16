import { beforeEach, describe, expect, it } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { addEditions, publishAgain, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { findTopic, saveTopic } from '#features/taxonomy/taxonomy.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { backfillTimelines } from './backfill-timelines.ts';
import { followArticle } from './follow-article.ts';
import { readTimeline } from './read-timeline.ts';

const { db } = await testDatabase();
// A Friday.
const AT = new Date('2015-03-06T12:00:00Z');
let topic: number;

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
  await saveTopic(db, { edition: 'en', slug: 'budget', name: 'Budget', description: '', code: null });
  topic = (await findTopic(db, 'en', 'budget'))?.id ?? 0;
});

const TABLED = 'The government sent the budget to the Assembly on Monday with a deficit of 1.5 billion.';
const AMENDED = 'The finance committee threw out 63 amendments of the opposition on Tuesday in one sitting.';
const PASSED = 'The Assembly passed the budget on Wednesday by 76 votes to 71.';

async function publish(text: string, at = AT) {
  const article = await publishCopy(db, { headline: text.slice(0, 20), text, at, topics: [topic] });
  await followArticle(db, article.id);
  return article;
}

const timeline = async (without?: number) =>
  (await readTimeline(db, topic, { limit: 12, without })).map(({ day, sentence }) => `${day} ${sentence}`);

const ALL = [`2015-03-02 ${TABLED}`, `2015-03-03 ${AMENDED}`, `2015-03-04 ${PASSED}`];

describe('the story so far', () => {
  it('is told in the order of its days, whatever the order of its articles, and once', async () => {
    const last = await publish(PASSED);
    await publish(AMENDED);
    expect(await timeline(), 'two dates tell no story').toEqual([]);
    await publish(TABLED);
    await publish(PASSED.replace('76 votes to 71', 'five votes'), new Date(AT.getTime() + 60_000));
    await followArticle(db, last.id);
    expect(await timeline()).toEqual(ALL);
  });

  it('leaves out what an article says itself', async () => {
    const first = await publish(TABLED);
    await publish(AMENDED);
    await publish(PASSED);
    expect(await timeline(first.id)).toEqual([]);
  });

  it('tells what happened on one day as its article does', async () => {
    const opened = 'Divers of the navy searched the lake below the dam on Wednesday for the lost boat.';
    await publish(`${TABLED} ${PASSED} ${opened}`);
    expect((await timeline()).slice(1)).toEqual([`2015-03-04 ${PASSED}`, `2015-03-04 ${opened}`]);
  });

  it('is cut to the newest', async () => {
    await publish(`${TABLED} ${AMENDED} ${PASSED}`);
    await publish('A storm closed the harbour of Vesthaven on Thursday for five hours.');
    const newest = await readTimeline(db, topic, { limit: 3 });
    expect(newest.map(({ day }) => day)).toEqual(['2015-03-03', '2015-03-04', '2015-03-05']);
  });

  it('loses what a killed article told at once, and what a new text does not say any more', async () => {
    const killed = await publish(TABLED);
    await publish(AMENDED);
    const changed = await publish(PASSED);
    await publish('A storm closed the harbour of Vesthaven on Thursday for five hours.');
    await db.transaction().execute((trx) => killStory(trx, { storyId: killed.story_id, at: AT }));
    expect((await timeline()).length).toBe(3);
    await followArticle(db, killed.id);
    await publishAgain(db, changed.story_id, {
      headline: 'No',
      text: 'Nothing yet.',
      topics: [topic],
      at: AT,
    });
    expect(await timeline()).toEqual([]);
    await followArticle(db, changed.id);
    expect((await db.selectFrom('timeline_entry').selectAll().execute()).length).toBe(2);
  });
});

it('articles from before are followed once, and those that are done are not followed again', async () => {
  await publishCopy(db, { headline: 'A', text: `${TABLED} ${AMENDED} ${PASSED}`, at: AT, topics: [topic] });
  expect(await backfillTimelines(db, { signal: AbortSignal.abort() })).toBe(0);
  expect(await backfillTimelines(db)).toBe(1);
  expect(await backfillTimelines(db)).toBe(0);
  expect(await timeline()).toEqual(ALL);
});
