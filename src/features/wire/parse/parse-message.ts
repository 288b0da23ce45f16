import type { ParsedMessage, WireFormat } from '../wire-item.schema.ts';
import { isAnpa, parseAnpa } from './anpa.ts';
import { parseAtom } from './atom.ts';
import { decodeMessage } from './decode-message.ts';
import { detectFormat } from './detect-format.ts';
import { parseRitzauNews } from './dialects/ritzau-news.ts';
import { parseGhost } from './ghost.ts';
import { parseHtmlPage } from './html-page.ts';
import { parseIcalendar } from './icalendar.ts';
import { isIptc7901, parseIptc7901 } from './iptc7901.ts';
import { parseJsonFeed } from './jsonfeed.ts';
import { LIMITS, refuse } from './limits.ts';
import { isMail, parseMail } from './mail.ts';
import { parseNewsml12 } from './newsml-12.ts';
import { parseNewsmlG2 } from './newsml-g2.ts';
import { parseNinjs } from './ninjs.ts';
import { parseNitf } from './nitf.ts';
import { parseJson } from './parse-json.ts';
import { parseXml } from './parse-xml.ts';
import { parseRss } from './rss.ts';
import { parseTextPage } from './text-page.ts';
import { isWxr, parseWxr } from './wxr.ts';
import { childOf, descendantOf, type XmlElement } from './xml-tree.ts';

export type ParseOptions = {
  /** The format, where the source is known; feeds of one family are still told apart by their content. */
  as?: WireFormat;
  /** The address that the message came from; relative links are resolved against it, and a page's item is named by it. */
  url?: string;
  /** HTTP's Content-Type, for its charset. */
  contentType?: string;
  /** The largest message in bytes; 64 MB where absent. */
  maxBytes?: number;
};

/** One message on its way in: `text` is decoded as XML, JSON and pages are; older formats read the bytes themselves. */
type RawMessage = { bytes: Uint8Array; text: string; url?: string };
type Reader = (message: RawMessage) => ParsedMessage;

const readXml: Reader = ({ text, url }) => parseXmlMessage(text, url);

/** One line for each format. */
const READERS: Readonly<Partial<Record<WireFormat, Reader>>> = {
  'newsml-g2': readXml,
  'newsml-1.2': readXml,
  nitf: readXml,
  rss: readXml,
  atom: readXml,
  rdf: readXml,
  ninjs: ({ text }) => parseNinjs(parseJson(text)),
  jsonfeed: ({ text, url }) => parseJsonFeed(parseJson(text), url),
  html: ({ text, url }) => parseHtmlPage(text, url),
  text: ({ text, url }) => parseTextPage(text, url),
  iptc7901: ({ bytes }) => parseIptc7901(bytes),
  anpa: ({ bytes }) => parseAnpa(bytes),
  eventsml: readXml,
  icalendar: ({ text }) => parseIcalendar(text),
  wxr: readXml,
  ghost: ({ text, url }) => parseGhost(parseJson(text), url),
  mail: ({ bytes }) => parseMail(bytes, parseMessage),
};

/** Formats that show in their control characters or lines, which decoding loses; asked before the text is looked at. */
const TOLD_BY_BYTES: readonly [(bytes: Uint8Array) => boolean, WireFormat][] = [
  [isIptc7901, 'iptc7901'],
  [isAnpa, 'anpa'],
  [isMail, 'mail'],
];

/** Roots of XML, by lower-case local name: one line for each that is read. */
const ROOTS: Readonly<Record<string, (root: XmlElement, notes: string[], url?: string) => ParsedMessage>> = {
  newsml: parseNewsml12,
  nitf: parseNitf,
  rbnews: parseRitzauNews,
  newsmessage: parseNewsmlG2,
  newsitem: (root, notes) => (isNewsml12(root) ? parseNewsml12(root, notes) : parseNewsmlG2(root, notes)),
  packageitem: parseNewsmlG2,
  conceptitem: parseNewsmlG2,
  knowledgeitem: parseNewsmlG2,
  planningitem: parseNewsmlG2,
  catalogitem: parseNewsmlG2,
  rss: (root, notes, url) => (isWxr(root) ? parseWxr(root, notes) : parseRss(root, 'rss', notes, url)),
  channel: (root, notes, url) => parseRss(root, 'rss', notes, url),
  item: (root, notes, url) => parseRss(root, 'rss', notes, url),
  rdf: (root, notes, url) => parseRss(root, 'rdf', notes, url),
  feed: parseAtom,
  entry: parseAtom,
};

/**
 * One message of a provider, a feed or a page, as wire items. An item that cannot be read becomes a failure with its
 * reason and costs the others nothing. Throws AppError `bad_input`, with a sentence, where the message as a whole cannot
 * be read. Time and memory grow with the length of the message alone.
 */
export function parseMessage(bytes: Uint8Array, options: ParseOptions = {}): ParsedMessage {
  const limit = options.maxBytes ?? LIMITS.messageBytes;
  if (bytes.byteLength > limit) {
    refuse(
      `The message is ${Math.ceil(bytes.byteLength / 1e6)} MB; no more than ${Math.floor(limit / 1e6)} MB are read.`,
    );
  }
  const { text, notes } = decodeMessage(bytes, options.contentType);
  if (text.trim() === '') refuse('The message is empty.');
  const format = options.as === undefined ? toldFormat(bytes, text) : settledFormat(options.as, text);
  const reader = READERS[format];
  if (reader === undefined) return refuse(`The format ${format} is imported, not taken in as wire copy.`);
  const parsed = reader({ bytes, text, ...(options.url === undefined ? {} : { url: options.url }) });
  if (notes.length === 0) return parsed;
  return { ...parsed, items: parsed.items.map((item) => ({ ...item, notes: [...notes, ...item.notes] })) };
}

const toldFormat = (bytes: Uint8Array, text: string): WireFormat =>
  TOLD_BY_BYTES.find(([is]) => is(bytes))?.[1] ?? detectFormat(text);

const AS_SAID = new Set<WireFormat>(['text', 'html', 'iptc7901', 'anpa', 'mail', 'icalendar']);
const JSON_FORMATS = new Set<WireFormat>(['ninjs', 'jsonfeed', 'ghost']);

/** XML and JSON say themselves what they are; a page, text and the older formats are what the source says they are. */
function settledFormat(as: WireFormat, text: string): WireFormat {
  if (AS_SAID.has(as)) return as;
  const isJson = /^\s{0,1000}[[{]/.test(text);
  return isJson && !JSON_FORMATS.has(as) ? detectFormat(text) : as;
}

function parseXmlMessage(text: string, url: string | undefined): ParsedMessage {
  const { root, notes } = parseXml(text);
  const name = root.name.toLowerCase();
  const read = Object.hasOwn(ROOTS, name) ? ROOTS[name] : enveloped(root);
  if (read !== undefined) return read(root, notes, url);
  if (name === 'html' || name === 'body')
    return refuse('The message is a web page, not a feed or a wire message.');
  return refuse(`The message begins with the element <${root.name.slice(0, 60)}>, which is no feed.`);
}

/** An envelope of the sender's own around a document of a standard. */
function enveloped(root: XmlElement): (typeof ROOTS)[string] | undefined {
  const inner = ['NewsML', 'newsMessage']
    .map((name) => descendantOf(root, name))
    .find((one) => one !== undefined);
  if (inner === undefined) return descendantOf(root, 'nitf') === undefined ? undefined : parseNitf;
  return (_, notes) =>
    inner.name.toLowerCase() === 'newsml' ? parseNewsml12(inner, notes) : parseNewsmlG2(inner, notes);
}

/** NewsML 1.2 and G2 both call their item a news item. */
const isNewsml12 = (root: XmlElement): boolean => childOf(root, 'NewsManagement') !== undefined;
