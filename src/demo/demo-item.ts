import { localTime } from '#lib/zoned.ts';
import { resolveAt, resolveTokens } from './demo-dates.ts';
import type { GraphicWords } from './demo-files.ts';
import { DEMO_SECTIONS, DEMO_SOURCES, DEMO_ZONE } from './demo-paper.ts';
import type { DemoStory, DemoVersion } from './demo-story.ts';
import { DEMO_TOPICS } from './demo-topics.ts';
import { mediaTopicName } from './media-topics.ts';
import type { DemoBlock } from './story-body.ts';

export type DemoPicture = { href: string; alt: string; caption: string; credit: string };

/** One version of a story with every date worked out: what an agency puts into one message. */
export type DemoItem = {
  guid: string;
  version: number;
  language: 'en' | 'ko';
  firstCreated: Date;
  versionCreated: Date;
  embargoed?: Date;
  status: 'usable' | 'withheld' | 'canceled';
  signal?: 'update' | 'correction' | 'kill';
  ednote?: string;
  urgency: number;
  headline: string;
  deck?: string;
  slugline?: string;
  byline?: string;
  credit?: string;
  located?: string;
  body: DemoBlock[];
  subjects: { code: string; name: string }[];
  pictures: DemoPicture[];
  translationOf?: string;
};

export type DemoMoment = { now: Date; paperDay: number; graphics: Map<string, GraphicWords> };

/** The identifier of a story's item, the same whenever the demo edition is loaded. */
export const guidOf = (story: Pick<DemoStory, 'source' | 'key'>): string =>
  `https://${story.source}.example/items/${story.key}`;

/**
 * The versions of a story as items. Each text is read on the day on which it was written, so a paragraph that a correction
 * leaves alone still says the same weekday. `original` is the story that this one translates.
 */
export function toDemoItems(
  story: DemoStory,
  original: DemoStory | undefined,
  moment: DemoMoment,
): DemoItem[] {
  const at = (written: string): Date => resolveAt(written, moment.now, moment.paperDay, DEMO_ZONE);
  const times = story.versions.map((version) => at(version.at));
  const firstCreated = at(story.versions[0].at);
  const fill = (text: string, writtenIn: number): string => {
    const ownDay = localTime(times[writtenIn - 1] ?? firstCreated, DEMO_ZONE).day;
    return resolveTokens(text, { language: story.language, ownDay, paperDay: moment.paperDay });
  };
  return story.versions.map((version) => ({
    ...textsOf(version, fill),
    guid: guidOf(story),
    version: version.version,
    language: story.language,
    firstCreated,
    versionCreated: at(version.at),
    embargoed: version.embargo ? at(version.embargo) : undefined,
    status: version.status,
    signal: version.signal,
    urgency: version.urgency,
    byline: version.byline,
    slugline: story.slugline,
    located: story.located,
    credit: DEMO_SOURCES.find((source) => source.key === story.source)?.credit?.[story.language],
    subjects: subjectsOf(story),
    pictures: version.pictures.flatMap((key) => pictureOf(key, story.language, moment.graphics)),
    translationOf: original ? guidOf(original) : undefined,
  }));
}

type Fill = (text: string, writtenIn: number) => string;

function textsOf(version: DemoVersion, fill: Fill): Pick<DemoItem, 'headline' | 'deck' | 'ednote' | 'body'> {
  const own = (text: string | undefined) => (text === undefined ? undefined : fill(text, version.version));
  return {
    headline: fill(version.headline, version.version),
    deck: own(version.deck),
    ednote: own(version.ednote),
    body: version.body.map((block) => ({ ...block, text: fill(block.text, block.writtenIn) })),
  };
}

function subjectsOf(story: DemoStory): { code: string; name: string }[] {
  const section = DEMO_SECTIONS.filter(({ slug }) => slug === story.section);
  const topics = DEMO_TOPICS.filter(({ slug }) => story.topics.includes(slug));
  return [
    ...[...section, ...topics].map(({ code, names }) => ({ code, name: names[story.language] })),
    ...story.medtop.map((code) => ({ code: `medtop:${code}`, name: mediaTopicName(code, story.language) })),
  ];
}

function pictureOf(key: string, language: 'en' | 'ko', graphics: Map<string, GraphicWords>): DemoPicture[] {
  const graphic = graphics.get(key);
  if (!graphic) return [];
  const { alt, caption, credit } = (language === 'ko' ? graphic.ko : undefined) ?? graphic;
  return [{ href: `demo-graphic:${key}`, alt, caption, credit }];
}
