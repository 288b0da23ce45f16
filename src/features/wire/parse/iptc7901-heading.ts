import { oneLine } from '#document/clean-text.ts';
import { isMark } from './sender-marks.ts';

/** What stands over the copy: slug, desk marks, headline, byline; and the copy's own lines below. */
export type Heading7901 = {
  slugline?: string;
  marks: string[];
  headline?: string;
  deck?: string;
  byline?: string;
  body: string[];
};

/** Slug, three marks, a headline of three lines, a deck, a byline of two, and blank lines between. */
const LONGEST = 14;
const BYLINE =
  /^(?:by|von|par|de notre|por|di|door|av|af)\s{1,3}((?:\p{Lu}|\p{Ll}{2,4}[ -]\p{Ll}{0,20}correspondents?)[^.!?]{1,100})$/iu;
const SLUG =
  /^[^\s=][^=]{0,90}\/\s*$|^[\p{L}\d][\p{L}\d .&-]{0,40}(?:\/[\p{L}\d .&-]{1,40}){1,8}\/?\s*$|^[\p{L}\d'.]{2,30}(?:-[\p{L}\d'.]{1,30}){1,6}(?:,\s?[\p{L}\d. ]{2,20})?\s*$/u;
/** A second line, as agencies title it. */
const DECK = /^(?:utl|untertitel|unterzeile|sub(?:head)?|chapeau|sommario)\.?\s?:\s?(\S.{3,})$/iu;

/**
 * Cuts the lines after a header in two. The heading ends with a line that closes with "=", as agencies write it; else
 * where the text begins (`start`, STX) if lines stand before it; else after the first short line or two.
 */
export function readHeading(lines: readonly string[], start: number): Heading7901 {
  const closed = closingLine(lines, start);
  if (closed >= 0) return fromLines(lines.slice(0, closed + 1), lines.slice(closed + 1));
  const before = lines.slice(0, start).filter((line) => line.trim() !== '');
  const text = lines.slice(start);
  const at = headEnd(text);
  return fromLines([...before, ...text.slice(0, at)], text.slice(at));
}

/** A line that closes the heading; lines of more than a heading's length before it are copy. */
function closingLine(lines: readonly string[], start: number): number {
  let seen = 0;
  let found = -1;
  for (const [at, line] of lines.entries()) {
    if (at > start + 24 || seen > LONGEST) break;
    if (line.trim() === '') continue;
    seen += 1;
    if (/[^=\s]\s{0,3}=\s*$/.test(line) && line.trim().length < 140) {
      found = at;
      // A deck closes likewise, soon after.
      seen = LONGEST - 3;
    }
  }
  return found;
}

/** Where the copy begins in a text whose heading nothing closes: after slug, marks and one headline. */
function headEnd(text: readonly string[]): number {
  let at = 0;
  const skipBlank = (): void => {
    while (text[at]?.trim() === '') at += 1;
  };
  skipBlank();
  while (at < LONGEST && isHeadLine(text[at] ?? '')) {
    at += 1;
    skipBlank();
  }
  const line = text[at]?.trim() ?? '';
  const headline = line !== '' && line.length < 130 && !/^\s/.test(text[at] ?? '') && !opensCopy(line);
  if (!headline) return at;
  at += 1;
  // A headline that was broken goes on to a blank line; copy would go on for longer than that.
  const next = text[at]?.trim() ?? '';
  const ends = (text[at + 1]?.trim() ?? '') === '' && !/[.!?]$/.test(next);
  if (next !== '' && next.length < 100 && ends && !BYLINE.test(next)) at += 1;
  skipBlank();
  if (BYLINE.test(text[at]?.trim() ?? '')) at += 1;
  return at;
}

const isHeadLine = (line: string): boolean =>
  SLUG.test(line.trim()) || NUMBERED.test(line.trim()) || isMark(line);

/** PA: the take's number, its category in capitals, its catchword: "1 COURTS Bridge". */
const NUMBERED = /^\d{1,2}\s[A-Z]{3,12}(?:\s[\p{L}\d-]{2,20}){1,3}$/u;

/** A dateline, or a sentence that ends where its line does. */
const opensCopy = (line: string): boolean =>
  /^.{0,60}\([^()]{2,40}\)\s{0,2}(?:--?|–|—|=)/.test(line) || /[^.]\.$/.test(line);

/** A remark in brackets that goes on over a line end, on one line. */
function bracketsJoined(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && /^\s{0,4}\([^()]{1,160}$/.test(before))
      joined[joined.length - 1] = `${before} ${line.trim()}`;
    else joined.push(line);
  }
  return joined;
}

/** Reuters: "WORLD-BANK:UPDATE 2-Profit up" is slug, mark and headline. */
const REUTERS =
  /^([A-Z][A-Z0-9/-]{3,40}):\s?(?:((?:UPDATE|CORRECTED|REFILE|RPT|WRAPUP|ADVISORY)(?: \d{1,2})?)-)?(\S.{5,})$/;
/** A byline among the first lines of the copy: names and nothing else. */
const STRICT_BYLINE =
  /^\s{0,8}(?:By|BY|Von|Par|PAR|Por|Di|Door|Av)\s(\p{Lu}[\p{L}.'’-]+(?:(?:,? (?:and|und|et|y|e|en|og|och) |,? )(?:\p{Lu}[\p{L}.'’-]*|de|von|van|der|den|da|di|la|le)){1,9})\s*$/u;

function takeByline(heading: Heading7901): void {
  const at = heading.body.slice(0, 12).findIndex((line) => STRICT_BYLINE.test(line));
  const name = at < 0 ? undefined : STRICT_BYLINE.exec(heading.body[at] ?? '')?.[1];
  if (heading.byline !== undefined || name === undefined) return;
  heading.byline = withoutAgency(name);
  heading.body.splice(at, 1);
}

const withoutAgency = (name: string): string =>
  name
    .replace(
      /,\s(?:dpa(?:-\w{2,20})?|AFP|APA|ANSA|SID|sda|Reuters|Belga|PA|Press Association|PA Media)(?: [\p{L} ]{3,30})?$/u,
      '',
    )
    .trim();

function fromLines(head: readonly string[], body: readonly string[]): Heading7901 {
  const heading: Heading7901 = { marks: [], body: [...body] };
  const words: string[] = [];
  for (const raw of bracketsJoined(head)) {
    const line = oneLine(raw)
      .replace(/\s{0,3}=$/, '')
      .replace(/^\+{2,3}\s?|\s?\+{2,3}$/g, '')
      .trim();
    if (line === '' || /^[-=*_~#+]+$/.test(line)) continue;
    if (heading.slugline === undefined && words.length === 0 && (SLUG.test(line) || NUMBERED.test(line))) {
      const [slug = '', version] = line.split(/,\s?(?=[\p{L}\d. ]{2,20}$)/u);
      heading.slugline = slug.replace(/\/\s*$/, '');
      if (version !== undefined) heading.marks.push(version);
    } else if (DECK.test(line)) heading.deck = DECK.exec(line)?.[1];
    else if (isMark(line)) heading.marks.push(line);
    else if (BYLINE.test(line)) heading.byline = withoutAgency(BYLINE.exec(line)?.[1] ?? '');
    else words.push(line);
  }
  const first =
    /^(EILMELDUNG|EIL|BLITZ|FLASH|URGENT|ALERTE?|KORREKTUR|BERICHTIGUNG|CORRECTION|KILL|ADVISORY|Eilmeldung|Korrektur|Berichtigung)\s?[:–-]\s?(.{4,})$/.exec(
      words[0] ?? '',
    );
  if (first?.[1] !== undefined && first[2] !== undefined) {
    heading.marks.push(first[1]);
    words[0] = first[2];
  }
  const [, slug, mark, rest] = REUTERS.exec(words[0] ?? '') ?? [];
  if (slug !== undefined && rest !== undefined && (mark !== undefined || /[-/]/.test(slug))) {
    heading.slugline ??= slug;
    if (mark !== undefined) heading.marks.push(mark);
    words[0] = rest;
  }
  // A line of capitals over a headline of sentence case is the catchword.
  const [catchword = '', title = ''] = words;
  if (
    heading.slugline === undefined &&
    catchword.length < 50 &&
    catchword === catchword.toUpperCase() &&
    /\p{Ll}/u.test(title)
  )
    heading.slugline = words.shift();
  if (words.length > 0) heading.headline = words.join(' ');
  takeByline(heading);
  return heading;
}
