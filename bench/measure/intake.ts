import { Agent, request } from 'node:http';
import { eachInLanes } from '#lib/lanes.ts';
import { makeStory, type StoryCopy } from '../copy/make-copy.ts';
import type { Random } from '../copy/random.ts';
import { toNewsMl, toNinjs, toRss } from '../copy/write-copy.ts';

export type Door = { origin: string; source: string; token: string };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Hands a message to `POST /wire/{source}` and waits for the receipt. Throws unless all of it was new and used. */
export function push(door: Door, type: string, body: string, items: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const url = `${door.origin}/wire/${door.source}`;
    const headers = { authorization: `Bearer ${door.token}`, 'content-type': type };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === 202 && JSON.parse(said).new === items) resolve();
        else reject(new Error(`the wire answered ${response.statusCode}: ${said}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}

export const closeDoor = (): void => agent.destroy();

export type IntakeFigure = { name: string; perSecond: number; items: number };

export type IntakeAmounts = { single: number; atOnce: number; batch: number; feeds: number };

const NINJS = 'application/json';
const XML = 'application/xml';
const FEED_ENTRIES = 50;
const BATCH_ITEMS = 200;

/** Stories that no one has seen yet. `take(n)` makes n more. */
const createStories = (random: Random, firstNumber: number) => {
  let number = firstNumber;
  return (count: number): StoryCopy[] =>
    Array.from({ length: count }, () => makeStory(random, number++, new Date()));
};

/** Items per second that come in and are published, with everything on: parsing, storing, publishing, purges, jobs. */
export async function measureIntake(
  door: Door,
  random: Random,
  firstNumber: number,
  amounts: IntakeAmounts,
): Promise<IntakeFigure[]> {
  const take = createStories(random, firstNumber);
  const singles = take(amounts.single).map(toNinjs);
  const together = take(amounts.atOnce).map(toNinjs);
  const batches = Array.from({ length: amounts.batch / BATCH_ITEMS }, () => toNewsMl(take(BATCH_ITEMS)));
  const feeds = Array.from({ length: amounts.feeds }, () => toRss(take(FEED_ENTRIES)));
  const pushAll = (bodies: string[], lanes: number, type: string, items: number) =>
    eachInLanes(bodies, lanes, (body) => push(door, type, body, items));
  await pushAll(take(20).map(toNinjs), 1, NINJS, 1);
  return [
    await time('single ninjs items, one after the other', amounts.single, () =>
      pushAll(singles, 1, NINJS, 1),
    ),
    await time('single ninjs items, 8 at once', amounts.atOnce, () => pushAll(together, 8, NINJS, 1)),
    await time(`NewsML-G2 messages of ${BATCH_ITEMS}`, amounts.batch, () =>
      pushAll(batches, 1, XML, BATCH_ITEMS),
    ),
    await time(`RSS feeds of ${FEED_ENTRIES}`, amounts.feeds * FEED_ENTRIES, () =>
      pushAll(feeds, 1, XML, FEED_ENTRIES),
    ),
  ];
}

async function time(name: string, items: number, work: () => Promise<void>): Promise<IntakeFigure> {
  const begun = performance.now();
  await work();
  return { name, items, perSecond: items / ((performance.now() - begun) / 1000) };
}
