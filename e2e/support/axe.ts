import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type AxeResult = { violations: { id: string; help: string; nodes: { target: string[] }[] }[] };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Only what is wrong; without fetching the style sheets again, since they are of the same host. */
const RUN = "axe.run(document, { resultTypes: ['violations'], preload: false })";

/** What axe finds wrong on the page by WCAG 2.2 A and AA and by its own best practices, a line for each element. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe ??= (() => { ${source}; return window.axe; })()`);
  const { violations } = (await page.evaluate(RUN)) as AxeResult;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
