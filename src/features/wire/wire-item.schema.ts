import type { Document } from '#document/document.ts';

/** The names that `--as` takes for the formats this program reads. */
export const WIRE_FORMATS = ['newsml-g2', 'ninjs', 'rss', 'atom', 'rdf', 'jsonfeed', 'html', 'text'] as const;
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
  links: WireLink[];
  media: WireMedia[];
  /** What was dropped, repaired or not found while reading; for the desk. */
  notes: string[];
};

/** Why one item of a message could not be read, and where it stood. */
export type WireFailure = { position: number; uri?: string; reason: string };

export type ParsedMessage = { format: WireFormat; items: WireItem[]; failures: WireFailure[] };
