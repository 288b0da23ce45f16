import type { ParsedMessage, WireFormat } from '../wire-item.schema.ts';
import { parseAtom } from './atom.ts';
import { decodeMessage } from './decode-message.ts';
import { detectFormat } from './detect-format.ts';
import { parseHtmlPage } from './html-page.ts';
import { parseJsonFeed } from './jsonfeed.ts';
import { LIMITS, refuse } from './limits.ts';
import { parseNewsmlG2 } from './newsml-g2.ts';
import { parseNinjs } from './ninjs.ts';
import { parseJson } from './parse-json.ts';
import { parseXml } from './parse-xml.ts';
import { parseRss } from './rss.ts';
import { parseTextPage } from './text-page.ts';

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
  const format = options.as === undefined ? detectFormat(text) : settledFormat(options.as, text);
  const parsed = parseAs(format, text, options.url);
  if (notes.length === 0) return parsed;
  return { ...parsed, items: parsed.items.map((item) => ({ ...item, notes: [...notes, ...item.notes] })) };
}

const JSON_FORMATS = new Set<WireFormat>(['ninjs', 'jsonfeed']);

/** XML and JSON say themselves what they are; a page or text is what the source says it is. */
function settledFormat(as: WireFormat, text: string): WireFormat {
  if (as === 'text' || as === 'html') return as;
  const isJson = /^\s{0,1000}[[{]/.test(text);
  return isJson && !JSON_FORMATS.has(as) ? detectFormat(text) : as;
}

function parseAs(format: WireFormat, text: string, url: string | undefined): ParsedMessage {
  switch (format) {
    case 'ninjs':
      return parseNinjs(parseJson(text));
    case 'jsonfeed':
      return parseJsonFeed(parseJson(text), url);
    case 'html':
      return parseHtmlPage(text, url);
    case 'text':
      return parseTextPage(text, url);
    default:
      return parseXmlMessage(text, format, url);
  }
}

function parseXmlMessage(text: string, format: WireFormat, url: string | undefined): ParsedMessage {
  const { root, notes } = parseXml(text);
  const name = root.name.toLowerCase();
  if (name === 'rss' || name === 'channel' || name === 'item') return parseRss(root, 'rss', notes, url);
  if (name === 'rdf') return parseRss(root, 'rdf', notes, url);
  if (name === 'feed' || name === 'entry') return parseAtom(root, notes, url);
  if (name === 'html' || name === 'body')
    return refuse('The message is a web page, not a feed or a wire message.');
  if (format === 'newsml-g2') return parseNewsmlG2(root, notes);
  return refuse(`The message begins with the element <${root.name.slice(0, 60)}>, which is no feed.`);
}
