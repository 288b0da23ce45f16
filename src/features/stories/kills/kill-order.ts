import type { WireItem } from '#features/wire/wire.ts';
import { type Fingerprint, toSlugKey } from '../folding/fingerprint.ts';
import { overlap, toSketch } from '../folding/sketch.ts';
import { readWords } from '../folding/words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Orders follow their stories; numbers and slugs come again. */
export const KILL_WINDOW = 3 * DAY;
/** Where the order names the day, it may be longer ago. */
export const NAMED_DAY_WINDOW = 15 * DAY;
/** Clocks of one agency differ by this much. */
export const SKEW = 10 * 60_000;
/** More stories than this may be meant by one name: then it says nothing. */
export const MOST_DOUBTED = 10;
const LIKE = 0.6;

export type NameKind = 'guid' | 'number' | 'slug' | 'headline';
export type KillName = { kind: NameKind; name: string; day?: string };

/** An order to kill: who gave it and when, and the names that it gives. */
export type KillOrder = {
  itemId: number;
  sourceId: number;
  guid: string;
  realm: string;
  at: number;
  names: KillName[];
};

export type NamedItem = { storyId: number; fingerprint: Fingerprint };

/** Stories that are meant for certain, and those that may be. */
export type KillVerdict = { killed: number[]; doubted: number[] };

/** What the links of a canceled item name; undefined where it names nothing but itself. */
export function killNamesOf({ links, uri, pubstatus }: WireItem): KillName[] {
  if (pubstatus !== 'canceled') return [];
  return links
    .filter(({ rel, href }) => rel === 'kills' && href !== uri)
    .map(({ href }): KillName => {
      const [, kind, name = '', day] =
        /^(number|slug|headline):(.+?)(?:@(\d{4}-\d\d-\d\d))?$/u.exec(href) ?? [];
      if (kind === 'slug') return { kind, name: toSlugKey(name), day };
      if (kind === 'number') return { kind, name: name.toLowerCase(), day };
      return kind === 'headline' ? { kind, name } : { kind: 'guid', name: href };
    })
    .filter(({ name }) => name !== '');
}

/**
 * Which of the stories that were found under its names an order means. Identifiers and numbers come before slugs, and these before
 * headlines; a name that several stories have is a doubt.
 */
export function decideKill(order: KillOrder, found: NamedItem[]): KillVerdict {
  const known = found.filter((one) => isOfSender(order, one) && one.fingerprint.itemId !== order.itemId);
  const items = known.filter(({ fingerprint }) => fingerprint.status !== 'canceled');
  // What takes back its own earlier version means that, and not what it was made from.
  const own = items.some((one) => isOwn(order, one));
  const byGuid = own
    ? []
    : items.filter((one) => isNamed(order, 'guid', one.fingerprint.guid) && !isOwn(order, one));
  const earlier = items.filter(({ fingerprint: { at } }) => at <= order.at + SKEW);
  const verdict = mergeVerdicts([
    { killed: storiesOf(byGuid), doubted: [] },
    ...namesOf(order, 'number').map((name) => byNumber(order, name, earlier)),
  ]);
  if (own || !isEmpty(verdict)) return verdict;
  return mergeVerdicts(namesOf(order, 'slug').map((name) => bySlug(order, name, earlier)));
}

/** Of stories that only their headlines speak for. */
export function doubtHeadlines(order: KillOrder, found: NamedItem[]): KillVerdict {
  const likely = found.filter(
    (one) =>
      isOfSender(order, one) &&
      one.fingerprint.status !== 'canceled' &&
      one.fingerprint.at <= order.at + SKEW &&
      one.fingerprint.at >= order.at - KILL_WINDOW &&
      isLikely(order, one),
  );
  return { killed: [], doubted: storiesOf(likely) };
}

/** The agency's copy by whatever road; only a source that publishes by itself takes back what one of those published. */
const isOfSender = ({ sourceId, realm }: KillOrder, { fingerprint }: NamedItem): boolean =>
  fingerprint.sourceId === sourceId || withoutEdition(fingerprint.realm) === withoutEdition(realm);

const withoutEdition = (realm: string): string => realm.slice(realm.indexOf('/'));

const isOwn = ({ sourceId, guid }: KillOrder, { fingerprint }: NamedItem): boolean =>
  fingerprint.sourceId === sourceId && fingerprint.guid === guid;

const namesOf = ({ names }: KillOrder, kind: NameKind): KillName[] =>
  names.filter((one) => one.kind === kind);
const isNamed = (order: KillOrder, kind: NameKind, name: string): boolean =>
  namesOf(order, kind).some((one) => one.name === name);

/** Numbers begin anew every day: the last one before the order, or that of the day that it names. */
function byNumber(order: KillOrder, { name, day }: KillName, items: NamedItem[]): KillVerdict {
  const numbered = items.filter(({ fingerprint: { number } }) => number === name);
  const recent = withinDay(order, day, numbered).toSorted((a, b) => b.fingerprint.at - a.fingerprint.at);
  const [last] = recent;
  if (!last) return { killed: [], doubted: storiesOf(numbered) };
  return contradicts(order, last)
    ? { killed: [], doubted: [last.storyId] }
    : { killed: [last.storyId], doubted: [] };
}

/** Slug and headline that the order gives beside the number, and both are another story's. */
function contradicts(order: KillOrder, item: NamedItem): boolean {
  const slugs = namesOf(order, 'slug');
  const { slug } = item.fingerprint;
  const otherSlug = slugs.length > 0 && slug !== '' && !slugs.some(({ name }) => name === slug);
  return otherSlug && !isLikely(order, item);
}

function bySlug(order: KillOrder, { name, day }: KillName, items: NamedItem[]): KillVerdict {
  const slugged = items.filter(({ fingerprint: { slug } }) => slug === name);
  const recent = withinDay(order, day, slugged);
  if (recent.length === 0) return { killed: [], doubted: storiesOf(slugged) };
  const stories = storiesOf(recent);
  if (stories.length === 1) return { killed: stories, doubted: [] };
  const likely = storiesOf(recent.filter((one) => isLikely(order, one)));
  return likely.length === 1 ? { killed: likely, doubted: [] } : { killed: [], doubted: stories };
}

/** Items of the named day, in whichever zone the agency counts it, else those of the last 24 hours. */
function withinDay(order: KillOrder, day: string | undefined, items: NamedItem[]): NamedItem[] {
  if (day === undefined) return items.filter(({ fingerprint: { at } }) => at >= order.at - DAY);
  const start = Date.parse(day);
  const on = (early: number, late: number) =>
    items.filter(({ fingerprint: { at } }) => at >= start - early && at < start + DAY + late);
  const exact = on(0, 0);
  return exact.length > 0 ? exact : on(12 * HOUR, 12 * HOUR);
}

const isLikely = (order: KillOrder, { fingerprint }: NamedItem): boolean =>
  namesOf(order, 'headline').some(({ name }) => {
    const { sketch } = toSketch(readWords(name), readWords(''));
    return overlap(sketch.headline, fingerprint.sketch.headline) >= LIKE;
  });

const storiesOf = (items: NamedItem[]): number[] => [...new Set(items.map(({ storyId }) => storyId))];

const mergeVerdicts = (verdicts: KillVerdict[]): KillVerdict => {
  const killed = [...new Set(verdicts.flatMap((one) => one.killed))];
  const doubted = [...new Set(verdicts.flatMap((one) => one.doubted))];
  return { killed, doubted: doubted.filter((id) => !killed.includes(id)) };
};

export const isEmpty = ({ killed, doubted }: KillVerdict): boolean => killed.length + doubted.length === 0;
