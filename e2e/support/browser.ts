import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';

/** A page whose console, errors and requests are watched. */
export type WatchedPage = Page & {
  /** What the page complained about, and what it asked of other hosts: empty on a page in order. */
  complaints: string[];
};

const CLS_SCRIPT = `
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

function watch(page: Page, origin: string): WatchedPage {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // That the page itself answers 404 or 410 is what its test asks for.
    if (message.location().url === page.url() && message.text().startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
      complaints.push(`asks for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      complaints.push(`${response.status()} ${response.url()}`);
  });
  return Object.assign(page, { complaints });
}

/**
 * A browser for the tests of one file. `open` gives each test a page with a fresh profile: 1440 px wide and light unless
 * told otherwise; a journey is watched, so that one which ends with a complaint of the page fails.
 */
export function useBrowser(origin: () => string): {
  open: (options?: BrowserContextOptions) => Promise<WatchedPage>;
} {
  let browser: Browser;
  let opened: WatchedPage[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const page of pages) await page.context().close();
    expect(pages.flatMap((page) => page.complaints)).toEqual([]);
  });
  afterAll(() => browser.close());

  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: origin(),
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      ...options,
    });
    context.setDefaultTimeout(15_000);
    await context.addInitScript(CLS_SCRIPT);
    const page = watch(await context.newPage(), origin());
    opened.push(page);
    return page;
  };
  return { open };
}

/**
 * How far things moved by themselves so far, as Cumulative Layout Shift counts it, after a walk down the whole page;
 * to three decimals, as it is commonly told.
 */
export async function measureLayoutShift(page: Page): Promise<number> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' });
      await frame();
    }
    const loading = [...document.images].filter((image) => !image.complete);
    await Promise.all(loading.map((image) => new Promise((done) => image.addEventListener('load', done))));
    scrollTo({ top: 0, behavior: 'instant' });
    await frame();
  });
  const shift = await page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
  return Math.round(shift * 1000) / 1000;
}

/** Waits until a page with this heading has come: after a click, the page before may still be there for a moment. */
export async function waitForHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.waitForLoadState('domcontentloaded');
}
