import { toText } from '#document/to-text.ts';
import type { PubStatus, WireItem, WireSourceRow } from '#features/wire/wire.ts';
import { embargoEnd } from '../story.ts';
import { agencyOf } from './agency.ts';
import { readChainMark } from './chain-mark.ts';
import { type Sketch, toSketch } from './sketch.ts';
import { CAPITAL, DATE_WORD, hashText, readWords, STOP_WORD, spread, type Words } from './words.ts';

/** What an item is recognised by, and what its place among the takes of its story is worked out from. */
export type Fingerprint = {
  itemId: number;
  sourceId: number;
  guid: string;
  version: number;
  /** Edition, whether the source publishes by itself, agency: items of other realms are never one story. */
  realm: string;
  /** Primary subtag; empty where the item does not say. */
  language: string;
  /** Milliseconds: the item's own time, else when it came. */
  at: number;
  generation: number;
  marked: boolean;
  status: PubStatus;
  embargoUntil: Date | null;
  textHash: number;
  duKey: string | null;
  /** The agency's number of the message, "bdt0123"; begins anew every day. */
  number: string | null;
  slug: string;
  follows: string[];
  sketch: Sketch;
};

/** The index entries of a fingerprint: `own` are stored; by `strong` and `weak` ones others are looked for, a strong one is enough. */
export type FingerprintKeys = { own: number[]; strong: number[]; weak: number[] };

export type FoldedItem = { source: WireSourceRow; itemId: number; version: number; item: WireItem; at: Date };

/** The fingerprint of an item that goes to this edition, with its index entries. */
export function toFingerprint(
  { source, itemId, version, item, at }: FoldedItem,
  edition: string,
): { fingerprint: Fingerprint; keys: FingerprintKeys } {
  const mark = readChainMark(item.headline ?? '');
  const slugMark = readChainMark(item.slugline ?? '');
  const headline = readWords(mark.plain);
  const text = readWords(toText(item.body));
  const { sketch, smallest } = toSketch(headline, text);
  const fingerprint: Fingerprint = {
    itemId,
    sourceId: source.id,
    guid: item.uri,
    version,
    realm: realmOf(item, source, edition),
    language: (item.language ?? '').toLowerCase().split(/[-_]/)[0] ?? '',
    at: timeOf(item, at),
    generation: mark.generation < 0 ? mark.generation : Math.max(mark.generation, slugMark.generation),
    marked: mark.marked || slugMark.marked || saysItChanges(item),
    status: item.pubstatus,
    embargoUntil: embargoEnd(item.embargoed),
    textHash: hashWords(headline, text),
    duKey: linkOf(item, 'du-key')[0] ?? null,
    number: numberOf(item),
    slug: slugOf(slugMark.plain),
    follows: [...new Set([...(item.evolvedfrom ? [item.evolvedfrom] : []), ...linkOf(item, FOLLOWS)])].slice(
      0,
      8,
    ),
    sketch,
  };
  return {
    fingerprint,
    keys: keysOf(fingerprint, {
      bands: headlineBands(headline),
      smallest,
      events: eventKeys(headline, text),
    }),
  };
}

const realmOf = (item: WireItem, source: WireSourceRow, edition: string): string =>
  [edition, source.publish ? 'publishes' : 'waits', agencyOf(item) || `source ${source.id}`].join('/');

function timeOf({ versioncreated, firstcreated }: WireItem, at: Date): number {
  const said = Date.parse(versioncreated ?? firstcreated ?? '');
  return Number.isNaN(said) ? at.getTime() : said;
}

const FOLLOWS =
  /^(?:evolvedfrom|isupdateof|updateof|updates|correction|corrects|corrected|replaces|supersedes|previousversion|predecessor-version|killof|deletes)$/;

const linkOf = ({ links }: WireItem, rel: string | RegExp): string[] =>
  links.flatMap((link) => {
    const name = link.rel?.toLowerCase().replace(/^.*[:/#]/, '') ?? '';
    return (typeof rel === 'string' ? name === rel : rel.test(name)) ? [link.href] : [];
  });

const CHANGING_SIGNAL = /(?:^|[:/])(?:update|correction|writethru|kill)/i;
const CHANGING_NOTE =
  /^\W*(?:(?:eds?|attn|attention|editors?)\b[\s:.,-]*)?(?:updat(?:es|ing|ed)|adds?|recasts?|corrects?|subs|leads?|changes|refil(?:es|ing))\b/i;

const saysItChanges = ({ signal = [], ednote = '' }: WireItem): boolean =>
  signal.some((one) => CHANGING_SIGNAL.test(one)) || CHANGING_NOTE.test(ednote);

/** A slug line as it is compared: what stands in brackets, priorities of cycles and hyphens differ from take to take. */
const slugOf = (slugline: string): string =>
  slugline
    .toLowerCase()
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/^(?:bc|am|pm)-+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 120);

const numberOf = (item: WireItem): string | null =>
  linkOf(item, 'number')[0]?.replace(/^number:/, '') ?? null;

/** What an order to kill may name an item by, and its own time. */
export const namesOfItem = ({ item, at }: Pick<FoldedItem, 'item' | 'at'>) => ({
  guid: item.uri,
  number: numberOf(item),
  slug: toSlugKey(item.slugline ?? ''),
  at: timeOf(item, at),
});

/** A slug line as fingerprints have it, without marks. */
export const toSlugKey = (slugline: string): string => slugOf(readChainMark(slugline).plain);

/** Index entries under which items of a realm stand whose headlines have much in common with this one. */
export const headlineKeys = (headline: Words, realm: string): number[] =>
  headlineBands(headline).map((band) => spread(band ^ hashText(realm)));

function hashWords(headline: Words, text: Words): number {
  let low = 0x2545f491;
  let high = 0x9e3779b9 | 0;
  for (const { hashes, count } of [headline, text]) {
    for (let at = 0; at < count; at++) {
      low = Math.imul(low ^ (hashes[at] ?? 0), 0x01000193);
      high = Math.imul(high, 31) + (hashes[at] ?? 0);
    }
    low = spread(low ^ count);
  }
  return (low >>> 0) + ((spread(high | 0) >>> 0) & 0x1fffff) * 0x1_0000_0000;
}

const BANDS = 5;

/**
 * The words of a headline in five bands of two of their ten smallest under as many orders (MinHash): headlines that have half of their
 * words in common share one of them in three cases of four.
 */
export function headlineBands({ hashes, flags, count }: Words): number[] {
  const bands: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let first = 0xffffffff;
    let second = 0xffffffff;
    for (let at = 0; at < count; at++) {
      if (((flags[at] ?? 0) & STOP_WORD) !== 0) continue;
      const hash = hashes[at] ?? 0;
      first = Math.min(first, spread(hash ^ Math.imul(band + 1, 0x9e3779b1)) >>> 0);
      second = Math.min(second, spread(hash ^ Math.imul(band + 1, 0x7feb352d)) >>> 0);
    }
    if (first !== 0xffffffff) bands.push(spread(first ^ Math.imul(second, 31) ^ band));
  }
  return bands;
}

const EVENT_KEYS = 4;
const EVENT = 6;

/**
 * By these the copy of other agencies on the same event is found: four of the names at the head of an item, the same four wherever they
 * are; where a script has no capitals, four words of the headline. Without the realm.
 */
export function eventKeys(headline: Words, text: Words): number[] {
  const names = [...wordsWith(headline, isName), ...wordsWith(text, isName).slice(0, LEAD_NAMES)];
  const words =
    names.length >= EVENT_KEYS ? names : wordsWith(headline, (flags) => (flags & STOP_WORD) === 0);
  const keys = [...new Set(words)].map((hash) => spread(Math.imul(hash, 0x2c1b3c6d) ^ EVENT));
  return keys.sort((a, b) => a - b).slice(0, EVENT_KEYS);
}

const LEAD_NAMES = 16;
const isName = (flags: number): boolean => (flags & CAPITAL) !== 0 && (flags & (STOP_WORD | DATE_WORD)) === 0;

const wordsWith = ({ hashes, flags, count }: Words, wanted: (flags: number) => boolean): number[] => {
  const found: number[] = [];
  for (let at = 0; at < Math.min(count, 80); at++) if (wanted(flags[at] ?? 0)) found.push(hashes[at] ?? 0);
  return found;
};

const GUID = 1;
const FOLLOWED = 2;
const DU_KEY = 3;
const SLUG = 4;
const TEXT = 5;

type TextKeys = { bands: number[]; smallest: number[]; events: number[] };

function keysOf(print: Fingerprint, { bands, smallest, events }: TextKeys): FingerprintKeys {
  const { realm, guid, follows, duKey, slug, status } = print;
  const seed = hashText(realm);
  const own = hashText(guid, GUID);
  const followed = follows.map((href) => hashText(href, FOLLOWED));
  const key = duKey === null ? [] : [hashText(duKey, seed ^ DU_KEY)];
  const weak =
    status === 'canceled'
      ? []
      : [
          ...(slug === '' ? [] : [hashText(slug, seed ^ SLUG)]),
          ...bands.map((band) => spread(band ^ seed)),
          ...smallest.map((shingle) => spread(shingle ^ seed ^ TEXT)),
        ];
  return {
    own: [own, ...followed, ...key, ...weak, ...(status === 'canceled' ? [] : events)],
    strong: [own, hashText(guid, FOLLOWED), ...follows.map((href) => hashText(href, GUID)), ...key],
    weak,
  };
}
