import type { Document } from '#document/document.ts';

/** The names that `--as` takes for the formats this program reads. */
export const WIRE_FORMATS = [
  'newsml-g2',
  'newsml-1.2',
  'nitf',
  'ninjs',
  'iptc7901',
  'anpa',
  'rss',
  'atom',
  'rdf',
  'jsonfeed',
  'html',
  'text',
  'wxr',
  'ghost',
  'eventsml',
  'icalendar',
  'mail',
] as const;
export type WireFormat = (typeof WIRE_FORMATS)[number];

export type PubStatus = 'usable' | 'withheld' | 'canceled';

export type WireSubject = { code?: string; name?: string };
export type WireLink = { href: string; rel?: string; type?: string; title?: string };
export type WireMedia = {
  href?: string;
  type?: string;
  width?: number;
  height?: number;
  alt?: string;
  caption?: string;
  credit?: string;
  rights?: string;
  /** A chart, map or drawing, where the sender says so. */
  kind?: 'graphic';
};

/** What is planned to come to the desk about an event. */
export type WireCoverage = { kind?: string; scheduled?: string; by?: string; status?: string };

/**
 * When and where a planned event is. Times are ISO 8601 with offset; a date alone lasts all day; a time without offset is
 * that of the place, whichever zone it is in.
 */
export type WireEvent = {
  start?: string;
  /** The end; where it is a date, the last day of the event. */
  end?: string;
  /** IANA */
  zone?: string;
  place?: string;
  status?: 'planned' | 'tentative' | 'confirmed' | 'cancelled' | 'postponed';
  /** In words: "every week on Monday, 10 times". */
  recurrence?: string;
  participants?: string[];
  coverage?: WireCoverage[];
};

/**
 * One message of a provider in the paper's own terms, whatever format it came in. Absent is absent, never a guess.
 * Times are ISO 8601 with offset. `ednote` is for editors and must never reach a reader.
 */
export type WireItem = {
  uri: string;
  version?: number;
  type: 'text' | 'picture' | 'graphic' | 'audio' | 'video' | 'composite' | 'event';
  language?: string;
  headline?: string;
  /** A second line under the headline, or the provider's summary. */
  abstract?: string;
  slugline?: string;
  body: Document;
  byline?: string;
  credit?: string;
  located?: string;
  urgency?: number;
  pubstatus: PubStatus;
  versioncreated?: string;
  firstcreated?: string;
  /** A time, or 'indefinite' where the provider says embargoed without saying until when. */
  embargoed?: string;
  signal?: string[];
  ednote?: string;
  subject: WireSubject[];
  keywords?: string[];
  usageterms?: string;
  copyrightholder?: string;
  evolvedfrom?: string;
  /** Of an item of type `event`. */
  event?: WireEvent;
  links: WireLink[];
  media: WireMedia[];
  /** What was dropped, repaired or not found while reading; for the desk. */
  notes: string[];
};

/** Why one item of a message could not be read, and where it stood. */
export type WireFailure = { position: number; uri?: string; reason: string };

export type ParsedMessage = { format: WireFormat; items: WireItem[]; failures: WireFailure[] };
