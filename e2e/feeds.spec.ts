import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './support/browser.ts';

const { url } = inject('demo');
const { open } = useBrowser(() => url);

const FEEDS = {
  'application/rss+xml': (text: string) => parseRssFeed(text).items?.map((item) => item.link),
  'application/atom+xml': (text: string) =>
    parseAtomFeed(text).entries?.map((entry) => entry.links?.[0]?.href),
  'application/feed+json': (text: string) => parseJsonFeed(JSON.parse(text)).items?.map((item) => item.url),
};

describe('the feeds that a page names in its head', () => {
  for (const path of ['/', '/national', '/ko']) {
    it(`of ${path} can be fetched and read, and begin with an article that opens`, async () => {
      const page = await open();
      await page.goto(path);
      for (const [type, read] of Object.entries(FEEDS)) {
        const href = await page.locator(`head link[rel=alternate][type="${type}"]`).getAttribute('href');
        const response = await fetch(href ?? '');
        expect(response.headers.get('content-type'), href ?? '').toContain(type);
        const links = read(await response.text()) ?? [];
        expect(links.length, href ?? '').toBeGreaterThan(3);
        expect((await fetch(links[0] ?? '')).status).toBe(200);
      }
    });
  }
});
