import { beforeAll, describe, expect, it } from 'vitest';
import { receiveMessage } from '#features/publishing/publishing.ts';
import { addSource, type WireSourceRow } from '#features/wire/wire.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { DEMO_SOURCES, demoMessages, demoTranslations, loadDemoStories } from './demo-edition.ts';
import { guidOf } from './demo-item.ts';
import { decideDemo } from './load-demo.ts';

const { db } = await testDatabase();
const DIR = import.meta.dirname;
const NOW = new Date('2026-11-24T12:00:00Z');

const stories = loadDemoStories(DIR);
const failures: string[] = [];

beforeAll(async () => {
  await decideDemo(db, NOW);
  const sources = new Map<string, WireSourceRow>();
  for (const { key, format, publish } of DEMO_SOURCES) {
    const { source } = await addSource(db, { name: key, kind: 'inbox', format, edition: 'en', publish });
    sources.set(key, source);
  }
  for (const { sourceKey, bytes, fileName, at } of demoMessages(DIR, NOW)) {
    const source = sources.get(sourceKey) as WireSourceRow;
    const received = await receiveMessage(db, source, { bytes, name: fileName, receivedAt: at });
    failures.push(...received.failures.map((failure) => `${fileName}: ${failure.reason}`));
  }
}, 60_000);

const storyRows = () =>
  db
    .selectFrom('story')
    .innerJoin('section', 'section.id', 'story.section_id')
    .innerJoin('take', (join) =>
      join.onRef('take.story_id', '=', 'story.id').onRef('take.number', '=', 'story.current_take'),
    )
    .selectAll('story')
    .select(['section.slug as section', 'take.topics', 'take.headline', 'take.pictures'])
    .execute();

describe('the demo edition, taken in as any other copy', () => {
  it('loses no item', async () => {
    expect(failures).toEqual([]);
    expect((await storyRows()).length).toBe(stories.length);
  });

  it('finds its edition, section and topics by the subjects of each item', async () => {
    const topics = await db.selectFrom('topic').selectAll().execute();
    for (const row of await storyRows()) {
      const story = stories.find((one) => guidOf(one) === row.wire_guid);
      expect(row.edition, row.headline).toBe(story?.language);
      expect(row.section, row.headline).toBe(story?.section);
      const slugs = topics.filter((topic) => row.topics.includes(topic.id)).map((topic) => topic.slug);
      expect(slugs.sort(), row.headline).toEqual([...(story?.topics ?? [])].sort());
    }
  });

  it('ties each Korean story to its original', async () => {
    const rows = await storyRows();
    for (const { ko, en } of demoTranslations(DIR)) {
      const original = rows.find((row) => row.wire_guid === en);
      expect(rows.find((row) => row.wire_guid === ko)?.translation_of, ko).toBe(original?.id);
    }
  });

  it('keeps the pictures that the copy names', async () => {
    const rows = await storyRows();
    for (const story of stories) {
      const row = rows.find(({ wire_guid }) => wire_guid === guidOf(story));
      const named = row?.pictures.map(({ href }) => href.replace('demo-graphic:', ''));
      expect(named, story.key).toEqual(story.versions.at(-1)?.pictures);
      for (const picture of row?.pictures ?? []) expect(picture.alt, story.key).toBeTruthy();
    }
  });
});
