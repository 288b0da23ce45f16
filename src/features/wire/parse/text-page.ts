import { cleanText, oneLine } from '#document/clean-text.ts';
import { paragraphsOf, parseText } from '#document/parse-text.ts';
import type { ParsedMessage } from '../wire-item.schema.ts';
import { isFurnitureLine } from './furniture-words.ts';
import { guessLanguage } from './guess-language.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { LIMITS, refuse } from './limits.ts';
import { readDate } from './read-date.ts';
import { bylineOf, dateOf, isHeadlineLike, isProse, type TextLine } from './text-lines.ts';

/** Lines of furniture, subheads or short quotations that may stand between two paragraphs of one story. */
const LONGEST_GAP = 3;

const HEAD_LINES = 10;

/**
 * A page that somebody copied as text, or plain wire copy: the story found among its furniture by the shape and place
 * of its lines. Headline, byline and dates are looked for above the body; what stands below it is dropped.
 */
export function parseTextPage(text: string, url?: string): ParsedMessage {
  const lines = linesOf(text.slice(0, LIMITS.characters));
  if (lines.length === 0) refuse('The text holds no words.');
  const { start, end } = bodyRange(lines);
  const above = lines.slice(Math.max(0, start - HEAD_LINES), start);
  const notes: string[] = [];
  if (text.length > LIMITS.characters)
    notes.push(`Only the first ${LIMITS.characters} characters were read.`);
  const head = readHead(above);
  const body = lines.slice(start, end);
  if (head.headline === undefined) takeHeadlineFromBody(head, body);
  const bodyText = joinBody(
    body.filter((line) => !isFurnitureLine(line.text) && oneLine(line.text) !== head.headline),
  );
  const dropped = lines.length - body.length - (head.headline === undefined ? 0 : 1);
  if (dropped > 0) notes.push(`Left out as furniture of the page: ${dropped} lines around the story.`);
  const language = guessLanguage(bodyText);
  const published = readDate('date', [head.published], notes, language);
  const modified = readDate('date of change', [head.modified], notes, language);
  if (published === undefined && modified === undefined) notes.push('No date was found.');
  const draft: ItemDraft = {
    notes,
    wireCopy: true,
    uri: url,
    language,
    headline: head.headline,
    abstract: head.abstract,
    byline: head.byline,
    body: parseText(bodyText),
    firstcreated: published,
    versioncreated: modified ?? published,
    links: url === undefined ? [] : [{ href: url, rel: 'alternate' }],
  };
  return { format: 'text', items: [finishItem(draft)], failures: [] };
}

/** Paragraphs, and the lines of those that are several short lines, as copied menus and lists are. */
function linesOf(text: string): TextLine[] {
  return paragraphsOf(cleanText(text)).flatMap((paragraph, group) =>
    paragraph
      .split('\n')
      .map((line) => ({ text: line.trim(), group }))
      .filter((line) => line.text !== ''),
  );
}

/** The run of lines with the most prose in it, from its first paragraph to its last. */
function bodyRange(lines: readonly TextLine[]): { start: number; end: number } {
  let best = { start: 0, end: lines.length, weight: 0 };
  let run = { start: -1, end: -1, weight: 0 };
  lines.forEach((line, at) => {
    if (!isProse(line)) return;
    if (run.start < 0 || at - run.end > LONGEST_GAP) run = { start: at, end: at + 1, weight: 0 };
    run.end = at + 1;
    run.weight += line.text.length;
    if (run.weight > best.weight) best = { ...run };
  });
  let { end } = best;
  // The credit that closes the story may be a line of its own.
  if (best.weight > 0 && /^[(（][^()（）]{2,50}[)）]$/.test(lines[end]?.text ?? '')) end += 1;
  return { start: best.start, end };
}

type Head = { headline?: string; abstract?: string; byline?: string; published?: string; modified?: string };

function readHead(above: readonly TextLine[]): Head {
  const head: Head = {};
  for (const { text } of above) {
    head.byline ??= bylineOf(text);
    const date = dateOf(text);
    if (date?.modified === true) head.modified ??= date.date;
    else if (date !== undefined) head.published ??= date.date;
  }
  const candidates = above.filter(isHeadlineLike);
  const wide = candidates.filter(({ text }) => text.split(/\s+/).length >= 4 || text.length >= 18);
  const [headline, deck] = wide.length > 0 ? wide : candidates.slice(-1);
  if (headline !== undefined) head.headline = oneLine(headline.text);
  if (deck !== undefined && deck.text.length > 30) head.abstract = oneLine(deck.text);
  return head;
}

/** Copy whose headline was taken for its first paragraph. */
function takeHeadlineFromBody(head: Head, body: readonly TextLine[]): void {
  const first = body[0];
  if (first !== undefined && body.length > 1 && isHeadlineLike(first)) head.headline = oneLine(first.text);
}

/** Lines that stood together and are short stay lines of one paragraph; all others are paragraphs. */
function joinBody(lines: readonly TextLine[]): string {
  let text = '';
  let last: TextLine | undefined;
  for (const line of lines) {
    const together =
      last !== undefined && last.group === line.group && last.text.length < 60 && line.text.length < 60;
    text += last === undefined ? line.text : `${together ? '\n' : '\n\n'}${line.text}`;
    last = line;
  }
  return text;
}
