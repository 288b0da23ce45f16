import type { Outgoing } from './outgoing.ts';
import type { PartnerFormat } from './partners.tables.ts';
import { writeNewsmlG2 } from './write-newsml-g2.ts';
import { toNinjs } from './write-ninjs.ts';
import { writeNitf, writeNitfList } from './write-nitf.ts';
import { writePartnerFeed } from './write-partner-feed.ts';

/** What a message says of itself. */
export type OutgoingMessage = {
  /** Without a slash at the end. */
  baseUrl: string;
  /** Where the same can be fetched. */
  url: string;
  /** The name and language of the paper, where no item tells. */
  publisher: string;
  language: string;
  /** When the newest item changed. */
  updated: Date;
};

/** ninjs and NITF have no media type of their own registered. */
export const PARTNER_TYPES: Record<PartnerFormat, string> = {
  ninjs: 'application/json; charset=utf-8',
  'newsml-g2': 'application/vnd.iptc.g2.newsmessage+xml; charset=utf-8',
  nitf: 'application/xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
};

/** Items as one message: a list as ninjs is a JSON array, as NITF an element around the documents. */
export function writeList(
  items: readonly Outgoing[],
  format: PartnerFormat,
  message: OutgoingMessage,
): string {
  if (format === 'ninjs') return JSON.stringify(items.map(toNinjs));
  if (format === 'nitf') return writeNitfList(items);
  return writeMessage(items, format, message);
}

/** One item in a message of its own, valid by the published schema of its format. */
export function writeOne(item: Outgoing, format: PartnerFormat, message: OutgoingMessage): string {
  if (format === 'ninjs') return JSON.stringify(toNinjs(item));
  if (format === 'nitf') return writeNitf(item);
  return writeMessage([item], format, message);
}

function writeMessage(
  items: readonly Outgoing[],
  format: 'newsml-g2' | 'atom' | 'rss',
  message: OutgoingMessage,
): string {
  if (format !== 'newsml-g2') return writePartnerFeed(items, format, message);
  return writeNewsmlG2(items, { sender: new URL(message.baseUrl).hostname, sent: message.updated });
}
