import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parseMessage, type WireItem } from '#features/wire/wire.ts';
import {
  DEMO_SECTIONS,
  DEMO_TOPICS,
  demoMessages,
  demoTranslations,
  loadDemoStories,
} from './demo-edition.ts';

const DIR = import.meta.dirname;
const NOW = new Date('2026-11-24T12:00:00Z');

const messages = demoMessages(DIR, NOW);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
/** The item that a message was sent for: the only one, or the first of a feed. */
const items = messages.map(({ bytes, format }) => parseMessage(bytes, { as: format }).items[0] as WireItem);
const find = (key: string, version = 1): WireItem => {
  const found = items.find((item) => item.uri.endsWith(`/${key}`) && (item.version ?? 1) === version);
  if (!found) throw new Error(`no item ${key}, version ${version}`);
  return found;
};
const wordsOf = (item: WireItem): string => JSON.stringify(item.body);

describe('the demo edition', () => {
  const stories = loadDemoStories(DIR);

  it('holds about sixty stories in five sections, from all three sources', () => {
    const english = stories.filter((story) => story.language === 'en');
    expect(english.length).toBeGreaterThanOrEqual(55);
    for (const { slug } of DEMO_SECTIONS) {
      expect(english.filter((story) => story.section === slug).length, slug).toBeGreaterThanOrEqual(8);
    }
    expect(new Set(stories.map((story) => story.source))).toEqual(new Set(['velpress', 'halse', 'courier']));
  });

  it('gives every topic more than one story', () => {
    for (const { slug } of DEMO_TOPICS) {
      expect(stories.filter((story) => story.topics.includes(slug)).length, slug).toBeGreaterThan(1);
    }
  });

  it('has a very long headline, a very short one and two long reads', () => {
    const lengths = stories.map((story) => story.versions[0].headline.split(' ').length);
    expect(Math.min(...lengths)).toBe(2);
    expect(Math.max(...lengths)).toBeGreaterThan(30);
    const long = items.filter((item) => wordsOf(item).split(' ').length > 900);
    expect(long.length).toBeGreaterThanOrEqual(2);
  });

  it('names every Korean story with the English one that it translates, which comes first', () => {
    const translations = demoTranslations(DIR);
    expect(translations.length).toBeGreaterThanOrEqual(6);
    for (const { ko, en } of translations) {
      const korean = items.findIndex((item) => item.uri === ko);
      const english = items.findIndex((item) => item.uri === en);
      expect(english, en).toBeLessThan(korean);
      expect(items[korean]?.language).toBe('ko');
      expect(wordsOf(items[korean] as WireItem)).toMatch(/[가-힣]/);
    }
  });
});

describe('the messages', () => {
  it('come in order of time, none from the future', () => {
    const times = messages.map((message) => message.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW.getTime());
  });

  it('are each read without a failure as what they were written from', () => {
    expect(messages.length).toBe(loadDemoStories(DIR).flatMap((story) => story.versions).length);
    for (const message of messages) {
      const parsed = parseMessage(message.bytes, { as: message.format });
      expect(parsed.failures, message.fileName).toEqual([]);
      expect(parsed.format).toBe(message.format);
      expect(parsed.items[0]?.notes, message.fileName).toEqual([]);
    }
  });

  it('are well-formed XML or JSON in UTF-8', () => {
    for (const { bytes, format, fileName } of messages) {
      const text = textOf(bytes);
      if (format === 'ninjs') expect(() => JSON.parse(text), fileName).not.toThrow();
      else expect(() => new SaxesParser({ xmlns: true }).write(text).close(), fileName).not.toThrow();
    }
  });

  it('have identifiers and file names of their own', () => {
    const ids = items.map((item) => `${item.uri} ${item.version ?? 1}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(messages.map((message) => message.fileName)).size).toBe(messages.length);
  });

  it('say by subject which section takes them', () => {
    const slugs = new Set(DEMO_SECTIONS.flatMap(({ slug, code }) => [slug, code]));
    for (const item of items) {
      const named = item.subject.filter(({ code, name }) => slugs.has(code ?? '') || slugs.has(name ?? ''));
      expect(named.length, item.uri).toBe(1);
    }
  });

  it('hold no token', () => {
    for (const item of items) {
      const shown = [item.headline, item.abstract, item.ednote, wordsOf(item)].join(' ');
      expect(shown, item.uri).not.toMatch(/\{[a-z]+[:@][+-]?\d/);
    }
  });

  it('can be written at any hour of any month, none from the future and none older than sixteen days', () => {
    for (let month = 0; month < 12; month += 1) {
      const now = new Date(Date.UTC(2027, month, 28, (month * 5) % 24, 7));
      const ages = demoMessages(DIR, now).map(
        (message) => (now.getTime() - message.at.getTime()) / 86_400_000,
      );
      expect(Math.min(...ages), now.toISOString()).toBeGreaterThanOrEqual(0);
      expect(Math.max(...ages), now.toISOString()).toBeLessThan(16);
    }
  });
});

describe('what a desk has to deal with', () => {
  it('is there: a correction, a kill, an item withheld and embargoes before and after now', () => {
    expect(find('brannsted-hoard-found', 2).signal).toEqual(['sig:correction']);
    expect(wordsOf(find('brannsted-hoard-found'))).toContain('416 silver coins');
    expect(wordsOf(find('brannsted-hoard-found', 2))).toContain('614 silver coins');
    const corrected = wordsOf(find('brannsted-hoard-found'))
      .replace('416 silver', '614 silver')
      .replace('Jorvik', 'Jorvin');
    expect(wordsOf(find('brannsted-hoard-found', 2))).toBe(corrected);
    expect(find('deputy-governor').pubstatus).toBe('usable');
    expect(find('deputy-governor', 2).pubstatus).toBe('canceled');
    expect(find('hikers-missing').pubstatus).toBe('withheld');
    expect(Date.parse(find('measles-first-days').embargoed ?? '')).toBeLessThan(NOW.getTime());
    const days = (Date.parse(find('dam-board-report').embargoed ?? '') - NOW.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(1);
    expect(days).toBeLessThan(3);
  });

  it('has notes to editors that stand in no headline and no body', () => {
    const noted = items.filter((item) => item.ednote);
    expect(noted.length).toBeGreaterThanOrEqual(6);
    for (const item of noted) expect(wordsOf(item)).not.toContain((item.ednote ?? '').slice(0, 40));
  });

  it('updates stories with paragraphs added', () => {
    const updated = items.filter((item) => item.signal?.includes('sig:update'));
    expect(updated.length).toBeGreaterThanOrEqual(5);
    for (const item of updated) {
      const before = find(item.uri.slice(item.uri.lastIndexOf('/') + 1), (item.version ?? 0) - 1);
      expect(item.body.content.length, item.uri).toBeGreaterThan(before.body.content.length);
    }
  });
});
