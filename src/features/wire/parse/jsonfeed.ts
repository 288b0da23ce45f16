import { EMPTY_DOCUMENT } from '#document/document.ts';
import { parseText } from '#document/parse-text.ts';
import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { finishItem } from './item-draft.ts';
import { integerValue, isObject, type JsonObject, listValue, objectList, textValue } from './json-value.ts';
import { LIMITS, refuse } from './limits.ts';
import { htmlBody } from './markup-body.ts';
import { readDate } from './read-date.ts';

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). `base` resolves relative addresses where the feed gives none. */
export function parseJsonFeed(value: unknown, base?: string): ParsedMessage {
  if (!isObject(value) || !Array.isArray(value.items)) return refuse('The JSON Feed has no list of items.');
  if (value.items.length > LIMITS.items) refuse(`The feed holds more than ${LIMITS.items} items.`);
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  value.items.forEach((item: unknown, position) => {
    try {
      if (!isObject(item)) refuse('The item is not a JSON object.');
      items.push(feedItem(item, value, base));
    } catch (error) {
      failures.push({ position, reason: messageOf(error) });
    }
  });
  return { format: 'jsonfeed', items, failures };
}

function feedItem(item: JsonObject, feed: JsonObject, base?: string): WireItem {
  const notes: string[] = [];
  const home = textValue(item.url) ?? textValue(feed.home_page_url) ?? textValue(feed.feed_url) ?? base;
  const html = textValue(item.content_html);
  const text = textValue(item.content_text);
  const parsed = html === undefined ? undefined : htmlBody(html, home);
  if (parsed !== undefined) notes.push(...parsed.notes);
  const published = readDate('date_published', [textValue(item.date_published)], notes);
  const modified = readDate('date_modified', [textValue(item.date_modified)], notes);
  const url = textValue(item.url);
  return finishItem({
    notes,
    uri: textValue(item.id) ?? url ?? textValue(item.external_url),
    language: textValue(item.language) ?? textValue(feed.language),
    headline: textValue(item.title),
    abstract: textValue(item.summary),
    byline: authorsOf(item) ?? authorsOf(feed),
    body: parsed?.document ?? (text === undefined ? EMPTY_DOCUMENT : parseText(text)),
    ednotes: parsed?.ednotes,
    firstcreated: published,
    versioncreated: modified ?? published,
    subject: listValue(item.tags).map((tag) => ({ name: textValue(tag) })),
    links: [
      ...(url === undefined ? [] : [{ href: url, rel: 'alternate' }]),
      ...(textValue(item.external_url) === undefined
        ? []
        : [{ href: textValue(item.external_url) ?? '', rel: 'related' }]),
    ],
    media: mediaOf(item),
  });
}

function authorsOf(object: JsonObject): string | undefined {
  const names = [...objectList(object.authors), ...objectList(object.author)].map((author) =>
    textValue(author.name),
  );
  const known = [...new Set(names.filter((name) => name !== undefined))];
  return known.length === 0 ? undefined : known.join(', ');
}

const mediaOf = (item: JsonObject): { href?: string; type?: string }[] => [
  ...['image', 'banner_image']
    .map((key) => textValue(item[key]))
    .filter((href) => href !== undefined)
    .map((href) => ({ href, type: 'image' })),
  ...objectList(item.attachments).map((one) => ({
    href: textValue(one.url),
    type: textValue(one.mime_type),
    ...(integerValue(one.width) === undefined ? {} : { width: integerValue(one.width) }),
  })),
];
