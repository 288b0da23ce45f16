import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { measureLayoutShift, useBrowser } from './support/browser.ts';

const { url } = inject('demo');
const { open } = useBrowser(() => url);

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const inkOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).color);
const brightness = (colour: string) => Math.max(...(colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));

async function goToArticle(page: Page): Promise<void> {
  await page.goto('/national');
  await page.locator('main h3 a').first().click();
  await page.locator('.body').waitFor();
}

describe('the paper', () => {
  it('is dark for a reader who wants it dark, and changes when that changes', async () => {
    const page = await open({ colorScheme: 'dark' });
    await page.goto('/');
    expect(brightness(await backgroundOf(page))).toBeLessThan(60);
    expect(brightness(await inkOf(page))).toBeGreaterThan(180);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(brightness(await backgroundOf(page))).toBeGreaterThan(220);
    expect(brightness(await inkOf(page))).toBeLessThan(80);
  });

  it('prints an article as text on white, without what can only be clicked', async () => {
    const page = await open({ colorScheme: 'dark' });
    await goToArticle(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(brightness(await inkOf(page))).toBeLessThan(80);
    expect(await page.locator('.body').isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: 'Sections' }).isVisible()).toBe(false);
    expect(await page.locator('.rail').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('stands still while it loads, on a wide screen and on a phone', async () => {
    for (const width of [1440, 390]) {
      const page = await open({ viewport: { width, height: 844 } });
      await page.goto('/');
      expect(await measureLayoutShift(page), `front at ${width} px`).toBe(0);
      await goToArticle(page);
      expect(await measureLayoutShift(page), `article at ${width} px`).toBe(0);
    }
  });

  it('can be read with text twice as large', async () => {
    const page = await open({ viewport: { width: 768, height: 1024 } });
    await goToArticle(page);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});
