import { describe, expect, inject, it } from 'vitest';
import { useBrowser, waitForHeading } from './support/browser.ts';
import { push } from './support/copy.ts';

const { url, wire } = inject('demo');
const { open } = useBrowser(() => url);

describe('a reader', () => {
  it('goes from the front to a section, an article, another article and back to where it began', async () => {
    const page = await open();
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'National' }).click();
    await waitForHeading(page, 'National');
    const headline = (await page.locator('main h3 a').first().textContent()) ?? '';
    await page.locator('main h3 a').first().click();
    await waitForHeading(page, headline);
    await page
      .getByRole('navigation', { name: 'National' })
      .getByRole('link', { name: /Earlier in/ })
      .click();
    await page.getByRole('heading', { level: 1, name: headline, exact: true }).waitFor({ state: 'detached' });
    await page.locator('.body').waitFor();
    await page.goBack();
    await waitForHeading(page, headline);
    await page
      .getByRole('navigation', { name: 'You are here' })
      .getByRole('link', { name: 'Front page' })
      .click();
    await page.waitForURL(`${url}/`);
  });

  it('sees a correction above the text, and in the history the words before and after', async () => {
    const page = await open();
    await page.goto('/corrections');
    await page.locator('main h3 a').first().click();
    const notice = page.locator('.notice');
    expect(await notice.textContent()).toContain('Correction');
    const text = (await page.locator('.body').textContent()) ?? '';
    await notice.getByRole('link', { name: 'What changed' }).click();
    await waitForHeading(page, 'History of this article');
    const removed = await page.locator('.changes p:not(.was) del').first().textContent();
    const added = await page.locator('.changes p:not(.was) ins').first().textContent();
    expect(removed).toMatch(/^taken out: \S/);
    expect(added).toMatch(/^put in: \S/);
    expect(text).toContain(added?.replace('put in: ', ''));
    await page.getByRole('link', { name: 'Back to the article' }).click();
    await page.locator('.notice').waitFor();
    expect(await page.locator('.body').textContent()).toBe(text);
  });

  it('opens what a revision left alone, in the history', async () => {
    const page = await open();
    await page.goto('/corrections');
    await page.goto(`${await page.locator('main h3 a').first().getAttribute('href')}/history`);
    const folded = page.locator('details').first();
    expect(await folded.locator('p').first().isVisible()).toBe(false);
    await folded.locator('summary').click();
    expect(await folded.locator('p').first().isVisible()).toBe(true);
  });

  it('goes from an article to its Korean translation and back again', async () => {
    const page = await open();
    await page.goto('/ko');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.locator('main h3 a').first().click();
    const link = page.locator('.translation').getByRole('link', { name: 'Read in English' });
    await link.waitFor();
    const korean = page.url();
    await link.click();
    await page.locator('html[lang=en] .body').waitFor();
    await page.getByRole('navigation', { name: 'Editions' }).getByRole('link', { name: '한국어' }).click();
    await page.waitForURL(korean);
  });

  it('is told at the address of a killed article that it is gone, and offered headlines', async () => {
    const copy = { uri: 'urn:e2e:killed', headline: 'Harbour said to close for good' };
    await push(wire, copy);
    const page = await open();
    await page.goto('/world');
    await page.getByRole('link', { name: copy.headline }).click();
    await waitForHeading(page, copy.headline);
    const address = page.url();
    await push(wire, { ...copy, version: 2, pubstatus: 'canceled', headline: `KILL: ${copy.headline}` });
    await expect.poll(async () => (await page.goto(address))?.status()).toBe(410);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(copy.headline);
    expect(await page.locator('main').textContent()).toContain('has been withdrawn');
    expect(await page.locator('main').textContent()).not.toContain('Ships waited outside');
    await page.locator('main h3 a').first().click();
    await page.locator('article .body').waitFor();
    await page.goto('/world');
    expect(await page.getByRole('link', { name: copy.headline }).count()).toBe(0);
  });

  it('finds a way on from an address that was never there', async () => {
    const page = await open();
    expect((await page.goto('/world/2026/01/01/never-there'))?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('There is no page here');
    await page.locator('main h3 a').first().click();
    await page.locator('article .body').waitFor();
  });

  it('reads everything with scripts off', async () => {
    const page = await open({ javaScriptEnabled: false });
    for (const path of ['/', '/national', '/latest', '/corrections']) {
      await page.goto(path);
      expect(await page.locator('main h3 a').first().isVisible(), path).toBe(true);
    }
    await page.goto('/latest');
    await page.getByRole('link', { name: 'Older stories' }).click();
    await page.getByRole('link', { name: 'Newer stories' }).click();
    await page.getByRole('link', { name: 'Older stories' }).waitFor();
    await page.goto('/');
    expect(await page.locator('img').first().isVisible()).toBe(true);
    await page.locator('main h3 a').first().click();
    await page.locator('.body p').first().waitFor();
  });
});
