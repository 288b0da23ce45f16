import { describe, expect, inject, it } from 'vitest';
import { useBrowser, type WatchedPage, waitForHeading } from './support/browser.ts';
import { push } from './support/copy.ts';

const { url, wire } = inject('demo');
const { open } = useBrowser(() => url);

/** Latest, once its stream is open: what is published from now on comes by it. */
async function openLatest(open: () => Promise<WatchedPage>): Promise<WatchedPage> {
  const page = await open();
  const stream = page.waitForResponse((response) => response.url().includes('/latest/stream'));
  await page.goto('/latest');
  await stream;
  return page;
}

describe('Latest', () => {
  it('says politely that a story has come in, and shows it without a reload when asked', async () => {
    const page = await openLatest(open);
    const first = await page.locator('.entry h3').first().textContent();
    await push(wire, { uri: 'urn:e2e:fresh', headline: 'Lighthouse lit again after forty years' });
    const status = page.getByRole('status');
    const button = status.getByRole('button', { name: '1 new story' });
    await button.waitFor();
    expect(await page.locator('.entry h3').first().textContent()).toBe(first);
    await button.click();
    const shown = page.locator('.entry h3 a').first();
    expect(await shown.textContent()).toBe('Lighthouse lit again after forty years');
    expect(await shown.evaluate((link) => link === document.activeElement)).toBe(true);
    await shown.click();
    await waitForHeading(page, 'Lighthouse lit again after forty years');
  });

  it('counts what has come in, and takes a killed story away at once', async () => {
    const page = await openLatest(open);
    const killed = { uri: 'urn:e2e:doubtful', headline: 'Doubtful news from the pier' };
    await push(wire, { uri: 'urn:e2e:second', headline: 'Ferry timetable for the winter is out' });
    await push(wire, killed);
    const status = page.getByRole('status');
    await status.getByRole('button', { name: '2 new stories' }).click();
    const entry = page.locator('.entry', { hasText: killed.headline });
    await entry.waitFor();
    await push(wire, { ...killed, version: 2, pubstatus: 'canceled' });
    await entry.waitFor({ state: 'detached' });
    expect(await page.getByText('Ferry timetable for the winter is out').isVisible()).toBe(true);
  });

  it('gives a corrected headline to the entry that is there', async () => {
    const copy = { uri: 'urn:e2e:headline', headline: 'Council adopts plan for 14 piers' };
    await push(wire, copy);
    const page = await openLatest(open);
    await page.getByText(copy.headline).waitFor();
    await push(wire, { ...copy, version: 2, headline: 'Council adopts plan for 40 piers' });
    await page.locator('.entry').getByText('Council adopts plan for 40 piers').waitFor();
    expect(await page.getByText(copy.headline).count()).toBe(0);
    expect(await page.getByRole('status').getByRole('button').count()).toBe(0);
  });
});
