import type { Document } from '#document/document.ts';
import type { OutgoingStatus } from './partners.tables.ts';

export type OutgoingSubject = { slug: string; name: string; code?: string };

/** A picture that goes out with an article; `url` is a file that may be fetched, of `width` × `height` px. */
export type OutgoingPicture = {
  url: string;
  type: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  rights: string;
  /** By which the text names it. */
  href: string;
};

/** An article as partners get it, from which every format is written. Texts are plain; empty where there is none. */
export type OutgoingArticle = {
  status: 'usable';
  id: number;
  /** Permanent: a tag URI (RFC 4151). */
  guid: string;
  version: number;
  url: string;
  language: string;
  /** The paper that it is from. */
  publisher: string;
  signal?: Signal;
  /** What was wrong and what is right now; for editors and readers alike. */
  note: string;
  firstCreated: Date;
  versionCreated: Date;
  headline: string;
  deck: string;
  excerpt: string;
  byline: string;
  authors: string[];
  credit: string;
  located: string;
  urgency?: number;
  section: { slug: string; name: string };
  subjects: OutgoingSubject[];
  /** Absent: headline, deck and address only. */
  body?: Document;
  pictures: OutgoingPicture[];
  rights: { holder: string; notice: string; terms: string };
  words: number;
};

/** The order not to use an article: who has it finds it by its `guid`. Nothing of its words goes out. */
export type OutgoingStop = {
  status: Exclude<OutgoingStatus, 'usable'>;
  id: number;
  guid: string;
  version: number;
  publisher: string;
  language: string;
  versionCreated: Date;
};

export type Outgoing = OutgoingArticle | OutgoingStop;

/** Codes of the IPTC scheme http://cv.iptc.org/newscodes/signal/, aliased `sig`. */
export type Signal = 'update' | 'correction';

/**
 * What a version is, in the words of the standard. A clarification is an update with a note: the scheme has no code for it, and nothing
 * was wrong. The first version has none.
 */
export function signalOf(kind: string): Signal | undefined {
  if (kind === 'correction') return 'correction';
  return kind === 'update' || kind === 'clarification' ? 'update' : undefined;
}

/** Where a text came from. */
export type Provenance = {
  /** The story came in by a wire source, or the published take was made from a wire item. */
  wire: boolean;
  /** As the copy has it: "(Yonhap)". */
  credit: string;
  /** Names under which the paper itself may stand in a credit. */
  paper: string;
};

/**
 * Whether copy is the paper's own to pass on: written at the desk and credited to nobody else. A credit alone makes it another's, for a
 * desk may have typed an agency's copy in by hand.
 */
export const isOwnCopy = ({ wire, credit, paper }: Provenance): boolean =>
  !wire && isOwnCredit(credit, paper);

/** Whether a credit names the paper, or nobody. */
export function isOwnCredit(credit: string, paper: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const said = plain(credit);
  return said === '' || ` ${said} `.includes(` ${plain(paper)} `);
}
