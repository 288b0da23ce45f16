import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { securityHeaders } from '#platform/http/security-headers.ts';
import { BrokenPage } from '#site/error/broken.page.tsx';
import { renderPage } from '#site/layout/render-page.ts';
import { findViolations } from './support/axe.ts';
import { measureLayoutShift, useBrowser, type WatchedPage } from './support/browser.ts';
import { demoPageTypes, fillPaper, type PageType } from './support/page-types.ts';
import { startPaper } from './support/paper.ts';
import { countTransfer, type Transfer, toTable, withoutPictures } from './support/transfer.ts';

const demo = inject('demo');
const paper = await startPaper({ DATELINE_DEMO: 'off', DATELINE_PRIVATE_SOURCES: '127.0.0.1' });
const types = [...(await demoPageTypes(demo.url, demo.wire)), ...(await fillPaper(paper))];
const empty = await startPaper({ DATELINE_DEMO: 'off' });
types.push({ name: 'empty front', url: `${empty.url}/` });
afterAll(async () => {
  await paper.stop();
  await empty.stop();
});

const ARTICLE_BYTES = 60_000;
const SCRIPT_BYTES = 5_000;
const FEEDS = ['application/rss+xml', 'application/atom+xml', 'application/feed+json'];

const htmlValidate = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
const measured: { name: string; transfer: Transfer }[] = [];
afterAll(() => console.log(toTable(measured)));

/** The values of an attribute on the elements that a pattern finds in markup. */
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, value = '']) =>
    value.replaceAll('&amp;', '&').replaceAll('&#x27;', "'"),
  );

async function findMistakes(html: string): Promise<string[]> {
  const { results } = await htmlValidate.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}

describe.for(types)('$name', (type: PageType) => {
  const { url, canonical = url, status = 200, lang = 'en', jsonLd = [] } = type;
  const { open } = useBrowser(() => new URL(url).origin);
  let html: string;
  let answered: number;

  beforeAll(async () => {
    const response = await fetch(url, { headers: { accept: 'text/html' } });
    answered = response.status;
    html = await response.text();
  });

  it('answers with its status, valid HTML, one heading, its language and a title', async () => {
    expect(answered).toBe(status);
    expect(await findMistakes(html)).toEqual([]);
    expect(all(html, /<h1[^>]*>(.*?)<\/h1>/gs)).toHaveLength(1);
    expect(all(html, /<html lang="([^"]*)"/g)).toEqual([lang]);
    expect(all(html, /<title>(.+?)<\/title>/g)).toHaveLength(1);
  });

  it('names itself, its feeds and what it is in its head', () => {
    expect(all(html, /<link rel="canonical" href="([^"]*)"/g)).toEqual([canonical]);
    const feeds = all(html, /<link rel="alternate" type="([^"]*)"/g);
    expect(feeds.toSorted()).toEqual(FEEDS.toSorted());
    const data = all(html, /<script type="application\/ld\+json">(.*?)<\/script>/gs).map((json) =>
      JSON.parse(json),
    );
    expect(data.map((one) => one['@type'])).toEqual(expect.arrayContaining(jsonLd));
    expect(all(html, /<meta name="robots" content="([^"]*)"/g)[0]?.includes('noindex')).toBe(
      status >= 400 || type.name === 'history' || canonical !== url,
    );
  });

  it('keeps to its budget, stands still and complains of nothing', async () => {
    const page = await open();
    const transfer = await countTransfer(page);
    await page.goto(url);
    const shift = await measureLayoutShift(page);
    const sums = transfer.read();
    measured.push({ name: type.name, transfer: sums });
    expect(shift).toBe(0);
    expect(sums.document).toBeGreaterThan(0);
    if (type.article && lang === 'en') expect(withoutPictures(sums)).toBeLessThanOrEqual(ARTICLE_BYTES);
    await expectLightScripts(page);
  });

  it('can be used by everyone: axe finds nothing in light or dark, wide or narrow, and nothing sticks out', async () => {
    const page = await open();
    await page.goto(url);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findViolations(page), `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('says the same with scripts off', async () => {
    const [withScripts, without] = [await open(), await open({ javaScriptEnabled: false })];
    await withScripts.goto(url);
    await without.goto(url);
    const [shown = '', shownWith] = await Promise.all([without, withScripts].map(visibleText));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).toBe(shownWith);
  });
});

async function visibleText(page: WatchedPage): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what a reader sees
  const text = await page.locator('main').innerText();
  return text.replace(/\n\s*/g, '\n');
}

const overflow = (page: WatchedPage): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function expectLightScripts(page: WatchedPage): Promise<void> {
  const scripts = await page.evaluate(() =>
    [...document.scripts]
      .filter(({ type }) => type !== 'application/ld+json')
      .map(({ src, async, defer, type }) => ({ src, blocks: !async && !defer && type !== 'module' })),
  );
  expect(scripts.filter(({ src, blocks }) => !src || blocks)).toEqual([]);
  const bodies = await Promise.all(scripts.map(async ({ src }) => (await fetch(src)).arrayBuffer()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0);
  expect(bytes).toBeLessThanOrEqual(SCRIPT_BYTES);
}

describe('the page for an error of our own', () => {
  const { open } = useBrowser(() => demo.url);
  const body = renderPage(
    BrokenPage({ language: 'en', siteName: 'The Courier', homeHref: '/', requestId: '0190-af' }),
  );

  it('is valid, accessible and complete without anything else of the paper', async () => {
    expect(await findMistakes(body)).toEqual([]);
    const page = await open({ viewport: { width: 390, height: 844 } });
    const headers = Object.fromEntries([...securityHeaders({ https: false }), ['content-type', 'text/html']]);
    await page.route('**/broken', (route) => route.fulfill({ status: 500, body, headers }));
    await page.goto('/broken');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page), colorScheme).toEqual([]);
    }
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
