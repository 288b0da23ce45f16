import type { TestProject } from 'vitest/node';
import { unpackChromium } from './chromium.ts';
import type { Wire } from './copy.ts';
import { startPaper } from './paper.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demo: { url: string; wire: Wire };
  }
}

/** Vitest's global set-up: one paper with the demo edition for all journeys, with a source that takes copy by HTTP. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  unpackChromium();
  const paper = await startPaper();
  try {
    const words = ['wire', 'add', 'e2e', '--push', '--section', 'world', '--publish'];
    const token = await paper.dateline(...words);
    project.provide('demo', { url: paper.url, wire: { url: paper.url, name: 'e2e', token } });
  } catch (thrown) {
    await paper.stop();
    throw thrown;
  }
  return paper.stop;
}
