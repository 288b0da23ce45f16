import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser, waitForHeading } from './support/browser.ts';

const { url } = inject('demo');
const { open } = useBrowser(() => url);

const LONGEST_WAY = 120;

/** Presses Tab until the focus is on a link of this name, which must then be seen to have it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < LONGEST_WAY; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const text = (await focused.textContent())?.trim() ?? '';
    if (typeof name === 'string' ? text !== name : !name.test(text)) continue;
    // On a story the whole of it is outlined, by an element that lies over it.
    const outlines = await focused.evaluate((element) => [
      getComputedStyle(element).outlineStyle,
      getComputedStyle(element, '::after').outlineStyle,
    ]);
    expect(outlines, `the focus on ${text} can be seen`).toContain('solid');
    return;
  }
  throw new Error(`Tab did not lead to ${name}`);
}

describe('with a keyboard alone', () => {
  it('the first Tab offers to skip to the text, and the next link is in it', async () => {
    const page = await open();
    await page.goto('/national');
    await tabTo(page, 'Skip to the text');
    expect(await page.locator(':focus').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });

  it('a reader gets to a section, an article and back to the top', async () => {
    const page = await open();
    await page.goto('/');
    await tabTo(page, 'Economy');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/economy');
    const headline = (await page.locator('main h3 a').first().textContent()) ?? '';
    await tabTo(page, headline);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/economy/2*/**');
    await waitForHeading(page, headline);
    await tabTo(page, /^Back to top/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await page.keyboard.press('Tab');
    expect(await page.locator('header :focus').count()).toBe(1);
  });
});
