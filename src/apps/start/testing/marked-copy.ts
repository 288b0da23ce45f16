import { weekSlug } from '#site/diary/week-address.ts';

/** Where in a take a marker word stands. */
export type MarkedField = 'headline' | 'deck' | 'body' | 'byline' | 'caption' | 'ednote';

/** A word that occurs in one place of one take of one story only; it is the same word in an address. */
export type Marker = { story: number; take: number; field: MarkedField };

const LETTERS: Record<MarkedField, string> = {
  headline: 'h',
  deck: 'd',
  body: 'b',
  byline: 'y',
  caption: 'c',
  ednote: 'n',
};
const FIELDS = new Map(Object.entries(LETTERS).map(([field, letter]) => [letter, field as MarkedField]));
/** Long enough that no hash in a header looks like one. */
const MARKER = /zqmark(\d+)v(\d+)([hdbycn])/gi;

export const toMarker = ({ story, take, field }: Marker): string => `Zqmark${story}v${take}${LETTERS[field]}`;

/** Every marker in an answer, each once. */
export function findMarkers(text: string): Marker[] {
  const found = new Map<string, Marker>();
  for (const [word, story, take, letter = ''] of text.matchAll(MARKER)) {
    const field = FIELDS.get(letter.toLowerCase());
    if (field) found.set(word.toLowerCase(), { story: Number(story), take: Number(take), field });
  }
  return [...found.values()];
}

export type MarkedCopy = {
  story: number;
  take: number;
  version: number;
  pubstatus: 'usable' | 'withheld' | 'canceled';
  language: 'en' | 'ko';
  section: string;
  embargoed?: string;
  picture?: string;
  /** Story whose translation this is. */
  translationOf?: number;
  at: Date;
};

export const guidOf = (story: number): string => `urn:test:${story}`;

const MONTH_MS = 30 * 86_400_000;
const planned = new Date(Date.now() + MONTH_MS);
/** What every story announces is for this day, in words; the same in all of them, so that they make one diary entry. */
const PLAN_DAY = planned.toLocaleDateString('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
/** The week of the diary that it stands in. */
export const PLAN_WEEK = weekSlug(Math.floor(planned.getTime() / 86_400_000));

/** The address of somebody who speaks in every story. */
export const SPEAKER = 'barack-obama';
const speech = (marker: string): string =>
  `<p>"Nobody can tell when ${marker} will come out of the fog," Obama said.</p>`;

/** On three days of its own: enough for the story so far of a topic. */
const happened = (story: number, marker: string): string => {
  const day = (n: number) => `March ${1 + ((3 * story + n) % 28)}, 2024`;
  const first = `A storm closed the harbour of ${marker} on ${day(0)} for a whole afternoon.`;
  const then = `Divers found the wreck of the ${marker} on ${day(1)} below the pier.`;
  return `<p>${first} ${then} A tug brought the ${marker} into port on ${day(2)} without damage.</p>`;
};

/**
 * A ninjs message with its markers in headline, deck, text, byline, caption and editor's note. The figure in the text
 * changes with each take while its sentence stands, so that most versions are corrections with a note to readers.
 */
export function toMarkedMessage(copy: MarkedCopy): Uint8Array {
  const { story, take, picture, translationOf } = copy;
  const mark = (field: MarkedField) => toMarker({ story, take, field });
  const item = {
    uri: guidOf(story),
    version: String(copy.version),
    type: 'text',
    pubstatus: copy.pubstatus,
    language: copy.language,
    embargoed: copy.embargoed,
    versioncreated: copy.at.toISOString(),
    headline: `${mark('headline')} closes the harbour`,
    description_text: `Ships wait, says ${mark('deck')}`,
    byline: `Ann ${mark('byline')}`,
    ednote: `Not for readers: ${mark('ednote')}`,
    subject: [{ name: copy.section }, { name: 'fog' }],
    body_html: `<p>In all ${100 + take} ${mark('body')} ships waited outside until the fog lifted at noon.</p><p>President Barack Obama will visit South Korea on ${PLAN_DAY}, ${mark('body')} said.</p>${happened(story, mark('body'))}${speech(mark('body'))}`,
    associations: picture && [
      {
        name: 'main',
        type: 'picture',
        uri: picture,
        description_text: `The harbour, ${mark('caption')}`,
        renditions: [{ name: 'main', href: picture, contenttype: 'image/jpeg' }],
      },
    ],
    links: translationOf === undefined ? [] : [{ rel: 'translationOf', href: guidOf(translationOf) }],
  };
  return new TextEncoder().encode(JSON.stringify(item));
}
