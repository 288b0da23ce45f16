import type { WireFormat } from '../wire-item.schema.ts';
import { looksLikeGhost } from './ghost.ts';
import { isIcalendar } from './icalendar.ts';
import { refuse } from './limits.ts';

const HEAD = 65_536;

const XML_ROOTS: Readonly<Record<string, WireFormat>> = {
  newsmessage: 'newsml-g2',
  newsml: 'newsml-1.2',
  nitf: 'nitf',
  rbnews: 'nitf',
  newsitem: 'newsml-g2',
  packageitem: 'newsml-g2',
  conceptitem: 'newsml-g2',
  knowledgeitem: 'newsml-g2',
  planningitem: 'newsml-g2',
  catalogitem: 'newsml-g2',
  rss: 'rss',
  channel: 'rss',
  item: 'rss',
  feed: 'atom',
  entry: 'atom',
  rdf: 'rdf',
  html: 'html',
};

const HTML_HINT =
  /<(?:!doctype\s{1,9}html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|ul|ol|table|span|a|b|br|img|blockquote)\b/i;

/** Formats that a message shows by its first element, and that are not read here. */
const FOREIGN: Readonly<Record<string, string>> = {
  opml: 'OPML, a list of feeds',
  urlset: 'a sitemap',
  sitemapindex: 'a list of sitemaps',
  svg: 'an SVG drawing',
};

/**
 * The format that a decoded message is in, told by its content alone. Throws `bad_input` for an empty message and for
 * XML that is none of the formats read here.
 */
export function detectFormat(text: string): WireFormat {
  const start = text.slice(0, HEAD).trimStart();
  if (start === '') refuse('The message is empty.');
  if (start.startsWith('{') || start.startsWith('['))
    return looksLikeJson(start) ? jsonFormat(start) : 'text';
  if (isIcalendar(start)) return 'icalendar';
  if (!start.startsWith('<'))
    return isFeedLater(start) ?? (/<html[\s>]/i.test(start.slice(0, 4096)) ? 'html' : 'text');
  const root = rootName(start);
  const format = root === undefined ? undefined : XML_ROOTS[root];
  if (format !== undefined) return format;
  const wrapped = /<(?:[\w.-]{1,20}:)?(newsml|newsmessage|nitf)[\s>]/i
    .exec(start.slice(0, 8_192))?.[1]
    ?.toLowerCase();
  if (wrapped !== undefined && XML_ROOTS[wrapped] !== undefined) return XML_ROOTS[wrapped];
  if (HTML_HINT.test(start)) return 'html';
  if (root === undefined) return isFeedLater(start) ?? 'html';
  const foreign = FOREIGN[root];
  return refuse(
    foreign === undefined
      ? `The message begins with the element <${root.slice(0, 60)}>, which is none of the formats that are read.`
      : `The message is ${foreign}, which is not read here.`,
  );
}

const looksLikeJson = (start: string): boolean => /^[[{]\s*(?:["[\]{}\d-]|true|false|null)/.test(start);

function jsonFormat(start: string): WireFormat {
  if (looksLikeGhost(start)) return 'ghost';
  if (/"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(start)) return 'jsonfeed';
  const feedShaped =
    /"items"\s{0,20}:/.test(start) &&
    /"(?:content_html|content_text|date_published|home_page_url)"/.test(start);
  return feedShaped && !/"uri"\s{0,20}:/.test(start) ? 'jsonfeed' : 'ninjs';
}

/** Feeds with something before them that should not be there. */
function isFeedLater(start: string): WireFormat | undefined {
  const found = /<(?:\w{1,20}:)?(rss|feed|rdf)\b[^<]{0,2000}>/i
    .exec(start.slice(0, 8_192))?.[1]
    ?.toLowerCase();
  return found === undefined ? undefined : XML_ROOTS[found];
}

/** The lower-case local name of the first element, past declarations, comments and a document type. */
function rootName(text: string): string | undefined {
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return undefined;
    const next = text.charAt(at + 1);
    if (next === '?') at = after(text, '>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (next === '!') {
      if (/^<!doctype\s{1,9}html/i.test(text.slice(at, at + 40))) return 'html';
      at = endOfDoctype(text, at);
    } else break;
    if (at < 0) return undefined;
  }
  const name = /^<(?:[\w.-]{1,60}:)?([\w.-]{1,60})/.exec(text.slice(at, at + 130))?.[1];
  return name?.toLowerCase();
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function endOfDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket < 0 || bracket > end) return end < 0 ? -1 : end + 1;
  const close = /\]\s{0,200}>/.exec(text.slice(bracket));
  return close === null ? -1 : bracket + close.index + close[0].length;
}
