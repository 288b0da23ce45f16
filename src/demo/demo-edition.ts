import type { WireFormat } from '#features/wire/wire.ts';
import { paperDayAt } from './demo-dates.ts';
import { loadDemoStories, loadGraphicWords } from './demo-files.ts';
import { type DemoItem, guidOf, toDemoItems } from './demo-item.ts';
import { DEMO_EDITIONS, DEMO_SECTIONS, DEMO_SOURCES, DEMO_ZONE, type DemoSource } from './demo-paper.ts';
import type { DemoStory } from './demo-story.ts';
import { DEMO_TOPICS } from './demo-topics.ts';
import { toNewsmlG2 } from './newsml-g2.ts';
import { toNinjs } from './ninjs.ts';
import { toRss } from './rss.ts';

export { DEMO_EDITIONS, DEMO_SECTIONS, DEMO_SOURCES, DEMO_TOPICS, DEMO_ZONE, loadDemoStories };

/** One message as its agency sent it. `at` is when; `fileName` is unique among all messages. */
export type DemoMessage = {
  sourceKey: DemoSource['key'];
  format: WireFormat;
  at: Date;
  bytes: Uint8Array;
  fileName: string;
};

/** Every story of day 0 is written by 8:10 in the morning; before that, yesterday is day 0. */
const READY_AT = 8 * 60 + 10;

/** How many items the feed of the paper's own newsroom holds at a time. */
const FEED_WINDOW = 3;

/**
 * The demo edition as wire messages in order of time: what the sources would have sent in the two weeks before `now`.
 * @param dir the demo folder, with `stories/*.md` and `graphics.json`
 * @param now the moment of loading, to which every date is fitted
 * Throws `bad_input` where a story cannot be read.
 */
export function demoMessages(dir: string, now: Date): DemoMessage[] {
  const stories = loadDemoStories(dir);
  const moment = { now, paperDay: paperDayAt(now, DEMO_ZONE, READY_AT), graphics: loadGraphicWords(dir) };
  const byKey = new Map(stories.map((story) => [story.key, story]));
  const itemsOf = (source: DemoSource): DemoItem[] =>
    stories
      .filter((story) => story.source === source.key)
      .flatMap((story) => toDemoItems(story, byKey.get(story.translationOf ?? ''), moment))
      .sort((a, b) => a.versionCreated.getTime() - b.versionCreated.getTime());
  return DEMO_SOURCES.flatMap((source) => messagesOf(source, itemsOf(source))).sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

/** Which item of the Korean edition translates which of the English one, by guid. */
export function demoTranslations(dir: string): { ko: string; en: string }[] {
  const stories = loadDemoStories(dir);
  const find = (key: string | undefined): DemoStory | undefined => stories.find((story) => story.key === key);
  return stories.flatMap((story) => {
    const original = find(story.translationOf);
    return original ? [{ ko: guidOf(story), en: guidOf(original) }] : [];
  });
}

function messagesOf(source: DemoSource, items: DemoItem[]): DemoMessage[] {
  return items.map((item, index) => ({
    sourceKey: source.key,
    format: source.format,
    at: item.versionCreated,
    bytes: new TextEncoder().encode(textOf(source, items, index)),
    fileName: `${item.guid.slice(item.guid.lastIndexOf('/') + 1)}-${item.version}.${source.format === 'ninjs' ? 'json' : 'xml'}`,
  }));
}

function textOf(source: DemoSource, items: DemoItem[], index: number): string {
  const item = items[index];
  if (!item) return '';
  const provider = { code: source.key, name: source.names[item.language] };
  if (source.format === 'newsml-g2') return toNewsmlG2(item, provider);
  if (source.format === 'ninjs') return toNinjs(item, provider);
  const channel = {
    title: source.names.en,
    link: 'https://courier.example/',
    description: 'Copy of the newsroom',
    language: 'en',
  };
  return toRss(items.slice(Math.max(0, index + 1 - FEED_WINDOW), index + 1).reverse(), channel);
}
