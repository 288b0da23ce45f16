import type { Random } from '../copy/random.ts';
import { AGENCIES, detail, headAndLead, makeEvent, type NewsEvent } from './event-prose.ts';
import { makeSeries } from './recurring-copy.ts';

/** An item as it is delivered, with what story it is of: what folding is to find out. */
export type ReplayItem = {
  story: number;
  /** 0 to 5: two roads for each of three agencies. */
  source: number;
  agency: number;
  guid: string;
  version: number;
  headline: string;
  slug: string;
  paragraphs: string[];
  ednote?: string;
  evolvedfrom?: string;
  duKey?: string;
  /** What the item says, and when it comes, in milliseconds. */
  created: number;
  arrives: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 1);
const DAYS = 14;
export const AGENCY_NAMES = ['AP', 'AFP', 'Yonhap'];

/** How an agency tells its takes apart. */
const STYLES = [
  'version',
  'lead',
  'update',
  'writethru',
  'evolved',
  'du-key',
  'korean',
  'unmarked',
  'german',
  'note',
] as const;
type Style = (typeof STYLES)[number];

const ordinal = (n: number): string => `${n}${n === 1 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'}`;

function markHeadline(style: Style, headline: string, take: number): string {
  if (take === 0) return headline;
  switch (style) {
    case 'lead':
      return take === 1 ? `(LEAD) ${headline}` : `(${ordinal(take)} LD) ${headline}`;
    case 'update':
      return `UPDATE ${take}-${headline}`;
    case 'writethru':
      return take === 1 ? `${headline}, 1st Writethru` : `${headline}, ${ordinal(take)} Ld-Writethru`;
    case 'korean':
      return take === 1 ? `(종합) ${headline}` : `(종합${take}보) ${headline}`;
    case 'german':
      return `${headline} (Zusammenfassung ${9 + take}${15 + take})`;
    default:
      return headline;
  }
}

/** The next take of a text: paragraphs are added, one is reworked, a figure may grow, the headline may be turned. */
function rewrite(random: Random, event: NewsEvent, agency: number, before: Text): Text {
  const [lead = '', ...rest] = before.paragraphs;
  const added = Array.from({ length: random.between(1, 3) }, () => detail(event, random));
  const grown = random.next() < 0.4;
  if (grown) {
    event.dead += random.between(1, 4);
    event.hurt += random.between(1, 30);
  }
  const again = headAndLead(event, agency, random);
  const kept = rest.filter(() => random.next() > 0.1);
  const turned =
    random.next() < 0.3
      ? `${again.headline}${random.pick([', officials say', ': reports', ', inquiry opened', ' as toll rises'])}`
      : before.headline;
  return {
    headline: grown ? again.headline : turned,
    paragraphs: [
      grown || random.next() < 0.3 ? again.lead : lead,
      ...(random.next() < 0.5 ? [...added, ...kept] : [...kept, ...added]),
    ],
  };
}

type Text = { headline: string; paragraphs: string[] };

export type Replay = { items: ReplayItem[]; stories: number };

/** A replay of about so many items over two weeks, in the order in which they arrive. */
export function makeReplay(random: Random, wanted: number): Replay {
  const items: ReplayItem[] = [];
  let stories = 0;
  const counters = { guid: 0 };
  const series = Array.from({ length: Math.max(5, Math.round(wanted / 500)) }, (_, index) => ({
    agency: index % AGENCIES,
    make: makeSeries(random, index),
  }));
  for (let day = 0; day < DAYS; day++) {
    for (const { agency, make } of series) {
      const { headline, paragraphs, slug } = make(day, random);
      const created = START + day * DAY + 6 * HOUR + random.between(0, 30) * MINUTE;
      deliver(
        random,
        items,
        { ...base(stories++, agency, counters), headline, paragraphs, slug, created, arrives: created },
        counters,
      );
    }
  }
  while (items.length < wanted) {
    const day = random.between(0, DAYS - 1);
    const theme = random.next() < 0.3;
    const event = makeEvent(random, day);
    const slug = `${event.region}-${event.kind}`.toUpperCase();
    const backgrounds = Array.from({ length: AGENCIES }, () =>
      Array.from({ length: 2 }, () => detail(event, random)),
    );
    // Several events on one theme share a slug line, names and paragraphs of background.
    const events = theme ? [event, ...othersOnTheme(random, event, day)] : [event];
    for (const one of events) {
      const begun = START + day * DAY + random.between(0, 20 * 60) * MINUTE;
      for (let agency = 0; agency < AGENCIES; agency++) {
        if (random.next() < 0.4) continue;
        chain(
          random,
          items,
          {
            story: stories++,
            agency,
            event: { ...one },
            slug,
            background: theme ? (backgrounds[agency] ?? []) : [],
            begun: begun + random.between(0, 40) * MINUTE,
          },
          counters,
        );
      }
    }
  }
  items.sort((a, b) => a.arrives - b.arrives);
  return { items, stories };
}

/** Other events of the day about the same region and person, of other kinds. */
const othersOnTheme = (random: Random, event: NewsEvent, day: number): NewsEvent[] =>
  Array.from({ length: 2 }, () => ({
    ...makeEvent(random, day),
    region: event.region,
    official: event.official,
  })).filter(({ kind }) => kind !== event.kind);

const base = (story: number, agency: number, counters: { guid: number }) => ({
  ...{ story, agency, source: agency * 2, version: 1 },
  guid: `urn:newsml:agency${agency}.example:${counters.guid++}`,
});

type Chain = {
  story: number;
  agency: number;
  event: NewsEvent;
  slug: string;
  background: string[];
  begun: number;
};

function chain(random: Random, items: ReplayItem[], of: Chain, counters: { guid: number }): void {
  const { story, agency, event, slug, background } = of;
  const style = random.pick(STYLES);
  const takes = random.next() < 0.35 ? 1 : random.between(2, 5);
  const first = headAndLead(event, agency, random);
  let text: Text = {
    headline: first.headline,
    paragraphs: [
      first.lead,
      ...Array.from({ length: random.between(2, 6) }, () => detail(event, random)),
      ...background,
    ],
  };
  let created = of.begun;
  const flash = takes > 1 && random.next() < 0.25;
  const withSlug = style === 'unmarked' || style === 'note' || random.next() < 0.5;
  let previous: ReplayItem | undefined;
  const skew = random.next() < 0.1 ? random.between(-20, 20) * MINUTE : 0;
  for (let take = flash ? -1 : 0; take < takes; take++) {
    if (take > 0) text = rewrite(random, event, agency, text);
    const fresh = base(story, agency, counters);
    const item: ReplayItem = {
      ...fresh,
      guid: style === 'version' && previous ? previous.guid : fresh.guid,
      version: (style === 'version' || style === 'du-key') && previous ? previous.version + 1 : 1,
      headline: take < 0 ? `(URGENT) ${text.headline}` : markHeadline(style, text.headline, take),
      slug: withSlug ? slug : '',
      paragraphs: take < 0 ? [first.lead] : text.paragraphs,
      evolvedfrom: style === 'evolved' ? previous?.guid : undefined,
      duKey: style === 'du-key' ? `du-key:${slug}.${story}` : undefined,
      ednote: style === 'note' && take > 0 ? 'Eds: UPDATES with more details' : undefined,
      created: created + (take > 0 ? skew : 0),
      arrives: created,
    };
    deliver(random, items, item, counters);
    previous = item;
    created += random.between(10, 150) * MINUTE;
  }
}

/** By one road or two, once or twice, in time or late. */
function deliver(random: Random, items: ReplayItem[], item: ReplayItem, counters: { guid: number }): void {
  const late = random.next() < 0.15 ? random.between(1, 180) * MINUTE : 0;
  items.push({ ...item, arrives: item.arrives + late });
  if (random.next() < 0.06) items.push({ ...item, arrives: item.arrives + random.between(1, 300) * MINUTE });
  if (random.next() < 0.2) items.push(bySecondRoad(random, item, counters));
}

function bySecondRoad(random: Random, item: ReplayItem, counters: { guid: number }): ReplayItem {
  const shortened = random.next() < 0.15 && item.paragraphs.length > 4;
  const turned =
    random.next() < 0.3
      ? item.paragraphs.map((text) => text.replaceAll('“', '"').replaceAll('”', '"'))
      : item.paragraphs;
  return {
    ...item,
    source: item.source + 1,
    guid: `https://road.example/${item.agency}/${counters.guid++}`,
    version: 1,
    evolvedfrom: undefined,
    paragraphs: shortened ? turned.slice(0, Math.ceil(turned.length / 2)) : turned,
    created: item.created + random.between(-10, 10) * MINUTE,
    arrives: item.arrives + random.between(0, 20) * MINUTE,
  };
}
