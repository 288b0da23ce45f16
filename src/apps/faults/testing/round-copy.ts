/** What becomes of a story of the faults: what its provider sends, message by message. */
export type Fate = 'plain' | 'corrected' | 'killed' | 'embargoed' | 'released';

export type StoryCopy = {
  guid: string;
  fate: Fate;
  /** The provider hands it over by HTTP or puts it into the watched folder. */
  way: 'agency' | 'folder';
  /** Its versions in order, each a ninjs message. */
  messages: string[];
  headline: string;
};

/** In this order, so that a kill is under way at any moment of a round. */
const FATES: Fate[] = ['plain', 'killed', 'corrected', 'released', 'embargoed'];
const FAR_FUTURE = '2199-01-01T00:00:00Z';
/** How long the embargo lasts of what is let out within the round. */
const RELEASE_MS = 1500;

type RoundCopy = { round: string; stories: number; now: Date };

/** Words that only one story has, and no other's begin with. */
const wordsOf = (round: string, index: number): string => `of ${round} number ${index} today`;

/** The stories of one round; every other one comes by the folder. */
export function makeRoundCopy({ round, stories, now }: RoundCopy): StoryCopy[] {
  return Array.from({ length: stories }, (_, index) => {
    const fate = FATES[index % FATES.length] ?? 'plain';
    const guid = `urn:faults:${round}:${index}`;
    const words = wordsOf(round, index);
    const first = toMessage(guid, '1', words, 14, toEmbargo(fate, now));
    const messages = [first];
    if (fate === 'corrected') messages.push(toMessage(guid, '2', words, 41), toMessage(guid, '3', words, 43));
    if (fate === 'killed') messages.push(toMessage(guid, '2', words, 14, { pubstatus: 'canceled' }));
    return { guid, fate, headline: toHeadline(words), way: index % 2 ? 'folder' : 'agency', messages };
  });
}

function toEmbargo(fate: Fate, now: Date): object {
  if (fate === 'embargoed') return { embargoed: FAR_FUTURE };
  if (fate === 'released') return { embargoed: new Date(now.getTime() + RELEASE_MS).toISOString() };
  return {};
}

const toHeadline = (words: string): string => `Ships wait for the fog ${words}`;

/** The figure stands in a sentence of its own, so that a changed one is a correction. */
const toMessage = (uri: string, version: string, words: string, figure: number, more: object = {}): string =>
  JSON.stringify({
    ...{ uri, version, type: 'text', pubstatus: 'usable', language: 'en' },
    headline: toHeadline(words),
    body_html: `<p>In all ${figure} ships waited outside ${words}.</p><p>The harbour opened at noon.</p>`,
    ...more,
  });
