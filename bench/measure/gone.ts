import { makeStory, type StoryCopy } from '../copy/make-copy.ts';
import type { Random } from '../copy/random.ts';
import { toNinjs } from '../copy/write-copy.ts';
import { push } from './intake.ts';
import { percentile, type VisibleFigure, type VisibleOptions } from './visible.ts';

const GIVE_UP_MS = 10_000;
const LOOK_EVERY_MS = 2;

/** An address, and the words there that tell of the story; none where it is the story's alone, which then answers 404 or 410. */
type Surface = { path: string; words?: string };

const LISTS = [
  '/',
  '/latest',
  '/feeds/latest.rss',
  '/feeds/latest.atom',
  '/feeds/latest.json',
  '/news-sitemap.xml',
];

type Told = { id: number; url: string; section: { slug: string }; headline: string };

/** Everything at which a story that has just been published stands, as the API tells of it. */
async function surfacesOf(origin: string, words: string): Promise<Surface[] | undefined> {
  const list = (await (await fetch(`${origin}/api/articles?edition=en`)).json()) as { articles: Told[] };
  const story = list.articles.find(({ headline }) => headline === words);
  if (!story) return undefined;
  const { pathname } = new URL(story.url);
  const shared = [
    ...LISTS,
    `/${story.section.slug}`,
    `/feeds/${story.section.slug}.rss`,
    '/api/articles?edition=en',
  ];
  const own = [pathname, `${pathname}/history`, `/api/articles/${story.id}`, `/card/${story.id}-1.png`];
  return [
    ...shared.map((path) => ({ path, words })),
    // Its form repeats what was looked for; a result links to the story.
    { path: `/search?q=${encodeURIComponent(words)}`, words: pathname },
    ...own.map((path) => ({ path })),
  ];
}

async function shows(origin: string, { path, words }: Surface): Promise<boolean> {
  const response = await fetch(origin + path);
  const text = await response.text();
  return words === undefined ? response.status !== 410 && response.status !== 404 : text.includes(words);
}

async function untilGone(origin: string, surfaces: Surface[], begun: number): Promise<number> {
  let left = surfaces;
  for (;;) {
    const seen = await Promise.all(left.map((surface) => shows(origin, surface)));
    left = left.filter((_, index) => seen[index]);
    const passed = performance.now() - begun;
    if (left.length === 0) return passed;
    if (passed > GIVE_UP_MS)
      throw new Error(`${left.map(({ path }) => path)} of ${origin} went on showing what was killed`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function untilThere(origin: string, words: string): Promise<Surface[]> {
  const begun = performance.now();
  for (;;) {
    const surfaces = await surfacesOf(origin, words);
    // All of them go into the node's cache.
    const seen = surfaces && (await Promise.all(surfaces.map((surface) => shows(origin, surface))));
    if (surfaces && seen?.filter(Boolean).length === surfaces.length) return surfaces;
    if (performance.now() - begun > GIVE_UP_MS)
      throw new Error(`${origin} does not show “${words}” everywhere`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const toKill = (story: StoryCopy): string =>
  JSON.stringify({
    ...(JSON.parse(toNinjs(story)) as object),
    version: String(story.version + 1),
    pubstatus: 'canceled',
  });

/**
 * From the first byte of a pushed kill to the moment at which no surface of a node shows the story any more: its page, history, API
 * entry and social card, fronts, lists, feeds, sitemap and search, all of which the node held in its cache.
 */
export async function measureGone(
  { door, nodes, tries }: VisibleOptions,
  random: Random,
  firstNumber: number,
): Promise<VisibleFigure[]> {
  const times = new Map<string, number[]>(nodes.map(({ name }) => [name, []]));
  for (let index = 0; index < tries; index += 1) {
    const words = `Beacon ${firstNumber + index} of the harbour`;
    const story: StoryCopy = { ...makeStory(random, firstNumber + index, new Date()), headline: words };
    await push(door, 'application/json', toNinjs(story), 1);
    const shown = await Promise.all(nodes.map(({ origin }) => untilThere(origin, words)));
    const begun = performance.now();
    const sent = push(door, 'application/json', toKill(story), 1);
    const gone = nodes.map(async ({ name, origin }, place) => {
      times.get(name)?.push(await untilGone(origin, shown[place] ?? [], begun));
    });
    await Promise.all([sent, ...gone]);
  }
  return [...times].map(([name, values]) => ({
    name,
    tries,
    p50Ms: percentile(values, 0.5),
    p99Ms: percentile(values, 0.99),
  }));
}
