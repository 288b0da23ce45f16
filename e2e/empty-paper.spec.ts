import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { type RunningPaper, startPaper } from './support/paper.ts';

let paper: RunningPaper;
beforeAll(async () => {
  paper = await startPaper({ DATELINE_DEMO: 'off' });
});
afterAll(() => paper.stop());
const { open } = useBrowser(() => paper.url);

describe('a paper without the demo edition', () => {
  it('says what to type, and what it says works', async () => {
    const page = await open();
    expect((await page.goto('/'))?.status()).toBe(200);
    const commands = await page.locator('main code').allTextContents();
    expect(commands.length).toBeGreaterThan(2);
    const inbox = commands.find((command) => command.includes('--inbox')) ?? '';
    const [program, ...words] = inbox.split(' ');
    expect(program).toBe('dateline');
    expect(await paper.dateline(...words)).toContain('/inbox/');
    const list = commands.find((command) => command.includes('story list')) ?? '';
    await paper.dateline(...(list.split('\n')[0] ?? '').split(' ').slice(1));
  });
});
