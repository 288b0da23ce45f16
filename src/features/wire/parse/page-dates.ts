import { oneLine } from '#document/clean-text.ts';
import { findElements, type MarkupElement, textOf } from '#document/markup-tree.ts';
import { parseDate } from './date.parse.ts';
import type { PageMetadata } from './page-metadata.ts';
import { readDate } from './read-date.ts';

/**
 * When a page says that it was published and changed: its metadata first, then an element that is called or shaped like
 * a date, then a date in its address. Absent where nothing says so.
 */
export function firstReadable(
  root: MarkupElement,
  page: PageMetadata,
  url: string | undefined,
  notes: string[],
): { published?: string; modified?: string } {
  const language = page.language;
  const readable = (values: readonly string[]): string[] =>
    values.filter((value) => parseDate(value, language) !== undefined);
  const said = readable(page.published);
  const shown = said.length > 0 ? said : readable(shownDates(root, language));
  const published = readDate('date of publication', [...shown, dateInAddress(url)], notes, language);
  const modified = readDate('date of change', readable(page.modified), notes, language);
  if (published === undefined && modified === undefined) notes.push('No date was found.');
  return { published: published ?? modified, modified };
}

/** Names of elements that are a date, and of those that may have one among other words. */
const DATE_NAME = /date|datum|fecha|publish|posted|timestamp|(?:^|[\s_-])(?:time|created)(?:[\s_-]|$)/i;
const HEAD_NAME = /(?:^|[\s_-])(?:byline|dateline|meta|info|author)(?:[\s_-]|$)/i;

const namesOf = ({ attributes }: MarkupElement): string => `${attributes.class ?? ''} ${attributes.id ?? ''}`;

const isDateElement = (element: MarkupElement): boolean =>
  element.name === 'time' ||
  element.attributes.itemprop?.toLowerCase().startsWith('date') === true ||
  DATE_NAME.test(namesOf(element));

function shownDates(root: MarkupElement, language: string | undefined): string[] {
  const elements = [
    ...findElements(root, isDateElement, 300),
    ...findElements(root, (element) => HEAD_NAME.test(namesOf(element)), 100),
  ];
  const dates: string[] = [];
  for (const element of elements) {
    const text = oneLine(textOf(element));
    if (text === '' || text.length > 120 || !/\d/.test(text)) continue;
    const found = dateWithin(text, language);
    if (found !== undefined) dates.push(found);
  }
  return dates;
}

const LABEL = /^[^\d:]{0,40}:\s{0,3}/;

/** A date that a short line is, or that stands in it after a label or before a separator. */
function dateWithin(text: string, language: string | undefined): string | undefined {
  const pieces = [text, text.replace(LABEL, ''), ...text.split(/\s[|•·–—]\s|\s{2,}/)];
  return pieces
    .map((piece) => piece.trim())
    .find((piece) => piece.length <= 80 && parseDate(piece, language) !== undefined);
}

function dateInAddress(url: string | undefined): string | undefined {
  const found = /\/((?:19|20)\d{2})[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.-]|$)/.exec(url ?? '');
  return found === null ? undefined : `${found[1]}-${found[2]}-${found[3]}`;
}
