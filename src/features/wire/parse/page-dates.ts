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
  const published = readDate(
    'date of publication',
    [...shown, dateInAddress(url), ...readable(datesInScripts(root)), ...datesUnderHeadline(root, language)],
    notes,
    language,
  );
  const modified = readDate('date of change', readable(page.modified), notes, language);
  if (published === undefined && modified === undefined) notes.push('No date was found.');
  return { published: published ?? modified, modified };
}

/** Names of elements that are a date, and of those that may have one among other words. */
const DATE_NAME =
  /date|datum|fecha|data-?pubb|publi[sc]|posted|timestamp|(?:^|[\s_-])(?:time|created)(?:[\s_-]|$)/i;
const HEAD_NAME = /(?:^|[\s_-])(?:byline|dateline|meta|info|author)(?:[\s_-]|$)/i;

/** What readers wrote under a story has its dates too. */
const COMMENTS = /(?:^|[\s_-])comments?(?=[\s_-]|$)/i;

const inComments = (root: MarkupElement): ReadonlySet<MarkupElement> =>
  new Set(
    findElements(root, (element) => COMMENTS.test(namesOf(element)), 500).flatMap((element) => [
      element,
      ...findElements(element, () => true, 200),
    ]),
  );

const namesOf = ({ attributes }: MarkupElement): string => `${attributes.class ?? ''} ${attributes.id ?? ''}`;

const isDateElement = (element: MarkupElement): boolean =>
  element.name === 'time' ||
  element.attributes.itemprop?.toLowerCase().startsWith('date') === true ||
  DATE_NAME.test(namesOf(element));

function shownDates(root: MarkupElement, language: string | undefined): string[] {
  const commented = inComments(root);
  const elements = [
    ...findElements(root, isDateElement, 300).filter((element) => !commented.has(element)),
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

const IN_SCRIPT =
  /"(?:date_?published|published_?(?:at|date|time|on)?|publish_?date|publication_?date|first_?published(?:_?at)?|display_?date)"\s{0,3}:\s{0,3}"(\d{4}-\d{2}-\d{2}[^"\\]{0,30})/i;

/** A date of publication in the data of a page's own scripts, where the page says it nowhere else. */
function datesInScripts(root: MarkupElement): string[] {
  return findElements(root, (element) => element.name === 'script', 100)
    .map((script) => IN_SCRIPT.exec(textOf(script))?.[1])
    .filter((date) => date !== undefined);
}

/** Words with at most single elements around some of them: nothing that holds blocks. */
const isLine = (element: MarkupElement): boolean =>
  element.children.length <= 12 &&
  element.children.every(
    (child) => typeof child === 'string' || child.children.every((inner) => typeof inner === 'string'),
  );

/** A date that is a short line of its own close under the headline, whatever its element is called. */
function datesUnderHeadline(root: MarkupElement, language: string | undefined): string[] {
  const commented = inComments(root);
  let after = false;
  let seen = 0;
  const lines = findElements(root, (element) => {
    if (element.name === 'h1') after = true;
    if (!after || element.name === 'a' || seen > 200 || commented.has(element)) return false;
    seen += 1;
    if (!isLine(element)) return false;
    const text = oneLine(textOf(element));
    return text.length >= 8 && text.length <= 70 && /\d/.test(text);
  });
  return lines
    .map((element) => dateWithin(oneLine(textOf(element)), language))
    .filter((date) => date !== undefined);
}
