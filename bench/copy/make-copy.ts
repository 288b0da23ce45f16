import { deck, headline, paragraphs, personName, place } from './prose.ts';
import type { Random } from './random.ts';

export const SECTIONS = ['world', 'politics', 'economy', 'science', 'culture', 'sport'] as const;

/** Topics by the code under which copy names them. */
export const TOPICS = Array.from({ length: 40 }, (_, index) => ({
  code: `bench:${1000 + index}`,
  slug: `topic-${index + 1}`,
  name: `Topic ${index + 1}`,
}));

/** How many stored pictures articles share. */
export const PICTURES = 12;
/** A name and no address of the web, so that nothing is fetched for it. */
export const pictureHref = (index: number): string => `demo-graphic:bench-${index}`;

/** A story as an agency has it, before it is put into a format. */
export type StoryCopy = {
  guid: string;
  version: number;
  headline: string;
  deck: string;
  paragraphs: string[];
  byline: string;
  located: string;
  urgency: number;
  section: (typeof SECTIONS)[number];
  topics: { code: string; name: string }[];
  picture?: { href: string; caption: string };
  created: Date;
};

/** A made-up story; the same number and random state give the same story. */
export function makeStory(random: Random, number: number, created: Date): StoryCopy {
  const picture = random.next() < 0.4 ? pictureHref(random.between(0, PICTURES - 1)) : undefined;
  const topics = new Set(Array.from({ length: random.between(0, 3) }, () => random.pick(TOPICS)));
  return {
    guid: `tag:agency.example,2026:story/${number}`,
    version: 1,
    headline: headline(random),
    deck: random.next() < 0.7 ? deck(random) : '',
    paragraphs: paragraphs(random),
    byline: random.next() < 0.6 ? `By ${personName(random)}` : '',
    located: random.next() < 0.5 ? place(random) : '',
    urgency: random.between(2, 7),
    section: random.pick(SECTIONS),
    topics: [...topics].map(({ code, name }) => ({ code, name })),
    picture: picture === undefined ? undefined : { href: picture, caption: deck(random) },
    created,
  };
}

/** The next version of a story: a paragraph more and another reworked, as copy grows over a day. */
export function reviseStory(random: Random, story: StoryCopy): StoryCopy {
  const [first = ''] = story.paragraphs;
  const added = paragraphs(random).slice(0, 1);
  return {
    ...story,
    version: story.version + 1,
    paragraphs: [`${first} ${deck(random)}`, ...story.paragraphs.slice(1), ...added],
  };
}
