import { expect, inject, it } from 'vitest';
import { useBrowser, type WatchedPage } from './support/browser.ts';

const { url } = inject('demo');
const { open } = useBrowser(() => url);

/** A reader's browser: the tests' own says that it is driven, and then nothing is counted. */
async function openAsReader(): Promise<WatchedPage> {
  const userAgent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';
  const page = await open({ userAgent });
  await page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { get: () => false }));
  return page;
}

const headlines = (page: WatchedPage) => page.locator('#today ~ .ranking a').allTextContents();

it('an article that was in view for some seconds is counted, without a cookie, and comes into Most popular', async () => {
  const page = await openAsReader();
  await page.goto('/');
  await page.locator('main h3 a').first().click();
  const headline = await page.locator('h1').textContent();
  const beacon = await page.waitForResponse((response) => response.url().endsWith('/events/view'));
  expect(beacon.status()).toBe(204);
  expect(await page.context().cookies()).toEqual([]);
  const deadline = performance.now() + 80_000;
  await page.goto('/most-popular');
  while (!(await headlines(page)).includes(headline ?? '') && performance.now() < deadline) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
  // The ranking is made twice a minute, and a page may keep it until it is a minute old.
  expect(await headlines(page)).toContain(headline);
}, 120_000);

it('a page that nobody stays on sends nothing', async () => {
  const page = await openAsReader();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.goto('/');
  await page.locator('main h3 a').first().click();
  await page.waitForTimeout(2000);
  await page.goto('/latest');
  await page.waitForTimeout(5000);
  expect(sent.filter((address) => address.endsWith('/events/view'))).toEqual([]);
});
