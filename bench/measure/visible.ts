import { Agent, get } from 'node:http';
import { makeStory, type StoryCopy } from '../copy/make-copy.ts';
import type { Random } from '../copy/random.ts';
import { toNinjs } from '../copy/write-copy.ts';
import { type Door, push } from './intake.ts';

export type VisibleFigure = { name: string; p50Ms: number; p99Ms: number; tries: number };

const agent = new Agent({ keepAlive: true });
const GIVE_UP_MS = 10_000;
const LOOK_EVERY_MS = 2;

const read = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });

/** Milliseconds from `begun` until a page holds the words. Throws after ten seconds. */
async function untilThere(url: string, words: string, begun: number): Promise<number> {
  for (;;) {
    const text = await read(url);
    const passed = performance.now() - begun;
    if (text.includes(words)) return passed;
    if (passed > GIVE_UP_MS) throw new Error(`${url} did not show “${words}” in time`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

export const percentile = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN;

export type VisibleOptions = { door: Door; nodes: { name: string; origin: string }[]; tries: number };

/**
 * From the first byte of a pushed story to the moment at which a node's Latest page, which it holds in its cache, shows it. Each try
 * pushes a new story to the first node and watches all of them.
 */
export async function measureVisible(
  { door, nodes, tries }: VisibleOptions,
  random: Random,
  firstNumber: number,
): Promise<VisibleFigure[]> {
  const times = new Map<string, number[]>(nodes.map(({ name }) => [name, []]));
  for (const { origin } of nodes) await read(`${origin}/latest`);
  for (let index = 0; index < tries; index += 1) {
    const words = `Marker ${firstNumber + index} of the harbour`;
    const story: StoryCopy = { ...makeStory(random, firstNumber + index, new Date()), headline: words };
    const begun = performance.now();
    const sent = push(door, 'application/json', toNinjs(story), 1);
    const seen = nodes.map(async ({ name, origin }) => {
      times.get(name)?.push(await untilThere(`${origin}/latest`, words, begun));
    });
    await Promise.all([sent, ...seen]);
  }
  agent.destroy();
  return [...times].map(([name, values]) => ({
    name,
    tries,
    p50Ms: percentile(values, 0.5),
    p99Ms: percentile(values, 0.99),
  }));
}
