import { describe, expect, inject, it } from 'vitest';
import { useBrowser, type WatchedPage } from './support/browser.ts';

const { url } = inject('demo');
const { open } = useBrowser(() => url);

/** An article of the demo edition whose text has times, with scripts off. */
async function openArticle(options: Parameters<typeof open>[0] = {}): Promise<WatchedPage> {
  const page = await open({ javaScriptEnabled: false, ...options });
  await page.goto('/world');
  const links = await page.locator('main h3 a').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const path of paths) {
    await page.goto(path ?? '');
    if ((await page.locator('.body .noted button').count()) > 0) return page;
  }
  throw new Error('no article of the section has a time with a note');
}

const openNote = (page: WatchedPage) => page.locator('.notes :popover-open');

describe('a time in a text, with scripts off', () => {
  it('has its date a key away, and Escape takes it away again', async () => {
    const page = await openArticle();
    const button = page.locator('.body .noted button').first();
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await openNote(page).textContent()).toBe(await button.getAttribute('title'));
    await page.keyboard.press('Escape');
    expect(await openNote(page).count()).toBe(0);
  });

  it('has its date a tap away on a phone, on the screen, and moves nothing', async () => {
    const page = await openArticle({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const button = page.locator('.body .noted button').first();
    await button.scrollIntoViewIfNeeded();
    const before = await page.locator('.body').boundingBox();
    await button.tap();
    const box = await openNote(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 390)).toBeLessThanOrEqual(390);
    expect(await page.locator('.body').boundingBox()).toEqual(before);
  });

  it('leaves the text as it is: the words, without the dates', async () => {
    const page = await openArticle();
    const words = (await page.locator('.body .noted').first().textContent()) ?? '';
    const date = (await page.locator('.body .noted button').first().getAttribute('title')) ?? '';
    expect(date).not.toBe('');
    expect(words).not.toContain(date);
    expect(await page.locator('.body').textContent()).toContain(words);
  });

  it('keeps its date on paper', async () => {
    const page = await openArticle();
    await page.emulateMedia({ media: 'print' });
    const button = page.locator('.body .noted button').first();
    const printed = await button.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(printed).toContain(await button.getAttribute('title'));
  });
});
