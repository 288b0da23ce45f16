import type { AnpaEntry } from './anpa-lines.ts';
import { saysEmbargo } from './embargo-words.ts';

export type AnpaHead = {
  /** "BC-US--Budget" */
  slugline?: string;
  /** "1st Ld-Writethru", "ADV05", "Bulletin Kill": what the keyword line adds to the slug. */
  marks: string[];
  headline?: string;
  abstract?: string;
  byline?: string;
  credit?: string;
  /** For editors, as they stood. */
  notes: string[];
  /** Entries that are none of these: subheads, or the whole copy of a list of headlines. */
  rest: string[];
};

const SLUG =
  /^(?:\*\d+\s?)?((?:AM|PM|BC|AP)-[^<]{1,120}|[A-Z][\w.'-]{1,40}(?:-[\w. '-]{1,40})*,\s?\d{1,4})$/i;
const BYLINE = /^By\s+(\S.{1,120})$/i;
const FOR_EDITORS =
  /^[($]?(?:eds?\b\s?[.:]|editors?['’]?s?\b\s?(?:note)?\s?[:,_—-]|ap (?:photos?|graphics?|video|audio)\b|(?:with |w\/\s?)?(?:photo|graphic|art)s?\b\s?[:.]|photos?\s[A-Z]{2,4}\d|attn\b|attention:? (?:editors|desks?)|note\b.{0,20}\bed(?:itor)?s\b|moved (?:on|earlier|in)\b|moving on\b.{0,40}\bwires?|optional (?:trim|add)|for release\b|hold for release|adv\s?\d|advance (?:for|copy|release)\b|a longer version|an? abridged|with [A-Z]{2}-|minor edits|(?:updates?|adds?|subs?|corrects?|trims?|recasts?)\b\s?[:.]|restores? (?:dropped|missing)|incorporates [A-Z]{2}-|will be (?:led|updated)|copyright\b|\d{1,3}(?:st|nd|rd|th)\b.{0,20}graf)/i;
const TITLE =
  /^(?:(?:The )?Associated Press(?: [\p{L} ]{3,30})?|AP [\p{L} &-]{3,40}|[\p{L}. ]{2,40} (?:Writer|Correspondent|Editor|Columnist|Staff|Newspapers?|News Service|Times|Post|Tribune|Herald|Press)|(?:For )?The [\p{Lu}][\p{L}. -]{3,40}|Reuters|Bloomberg News|.{2,40} Press)$/u;

/** Sorts the entries before the copy: the keyword line, headline, longer headline, bylines, and what is for editors. */
export function readAnpaHead(entries: readonly AnpaEntry[]): AnpaHead {
  const head: AnpaHead = { marks: [], notes: [], rest: [] };
  const bylines: string[] = [];
  for (const { text, ends } of entries) {
    if (/^\*?\d{2,6}$/.test(text) || /^_{2,}$/.test(text)) continue;
    const byline = BYLINE.exec(text)?.[1];
    if (head.slugline === undefined && SLUG.test(text)) takeKeyword(head, text);
    else if (FOR_EDITORS.test(text) || saysEmbargo(text)) head.notes.push(text);
    else if (byline !== undefined && (ends === '=' || text.length < 60)) bylines.push(byline);
    else if (bylines.length > 0 && ends === '=' && TITLE.test(text)) head.credit ??= creditOf(text);
    else if (head.headline === undefined && bylines.length === 0) head.headline = text;
    else if (head.abstract === undefined && bylines.length === 0 && ends === '<' && text.length > 60)
      head.abstract = text;
    else head.rest.push(text);
  }
  if (bylines.length > 0) head.byline = bylines.join(', ');
  if (/\b(?:the )?associated press\b/i.test(head.byline ?? '')) head.credit ??= 'AP';
  return head;
}

const creditOf = (title: string): string | undefined =>
  /\bAP\b|associated press/i.test(title)
    ? 'AP'
    : /\b(?:writer|correspondent|editor|columnist|staff)\b/i.test(title)
      ? undefined
      : title;

/** "BC-AS--China-Daring Escape-ABRIDGED, 3rd Ld-Writethru,827": slug, versions, words. */
function takeKeyword(head: AnpaHead, text: string): void {
  const [slug = '', ...more] = text.replace(/^\*\d+\s?/, '').split(/\s?,\s?/);
  head.slugline = slug.trim();
  for (const one of more) if (one.trim() !== '' && !/^\d+$/.test(one.trim())) head.marks.push(one.trim());
  const last = /-(ABRIDGED|KILL|CORRECTION|Advisory|Digest|Corrective|Advance\d*)$/.exec(head.slugline)?.[1];
  if (last !== undefined) head.marks.push(last);
}
