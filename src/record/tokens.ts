/** `break` stands between two paragraphs, so that nothing is ever read across one. */
type TokenKind = 'word' | 'number' | 'mark' | 'break';

/** A word, a run of digits, or one mark. `low` is the text in lower case with straight apostrophes. */
export type Token = { start: number; end: number; text: string; low: string; kind: TokenKind };

const LETTER = /[\p{L}\p{M}]/u;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfeff;
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (code >= 0xac00 && code <= 0xd7a3) || LETTER.test(text.charAt(at));
}

/** The end of a word: letters with apostrophes inside ("O'Brien", "won't"), but a closing "'s" is a word of its own. */
function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    if (isLetter(text, at)) at++;
    else if (isApostrophe(text.charCodeAt(at)) && at + 1 < text.length && isLetter(text, at + 1)) {
      const possessive = (text.charCodeAt(at + 1) | 32) === 115;
      if (possessive && !(at + 2 < text.length && isLetter(text, at + 2))) return at;
      at += 2;
    } else return at;
  }
  return at;
}

/** Past an abbreviation of single letters with points, such as "U.S." or "a.m."; `from` where there is none. */
function abbreviationEnd(text: string, from: number): number {
  let at = from;
  while (isLetter(text, at) && text.charCodeAt(at + 1) === 46) at += 2;
  if (at - from < 4) return from;
  // "U.S.A" without its last point
  const bare = at < text.length && isLetter(text, at) && !(at + 1 < text.length && isLetter(text, at + 1));
  return bare ? at + 1 : at;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Whether the new line between two lines only wraps a sentence: the second goes on in lower case after no full stop. */
function isWrap(text: string, before: number, after: number): boolean {
  const code = text.charCodeAt(after);
  if (!(code >= 97 && code <= 122) && !isDigit(code)) return false;
  const last = text.charCodeAt(before);
  return (last >= 97 && last <= 122) || last === 44;
}

/** Past white space; `broke` says whether a paragraph ends in it (a blank line, or a line that does not go on). */
function skipSpace(text: string, from: number): { at: number; broke: boolean } {
  let at = from;
  let lines = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) {
    if (text.charCodeAt(at) === 10) lines++;
    at++;
  }
  return { at, broke: lines > 1 || (lines === 1 && from > 0 && !isWrap(text, from - 1, at)) };
}

function lower(text: string): string {
  const low = text.toLowerCase();
  return low.includes('’') ? low.replaceAll('’', "'") : low;
}

function makeToken(text: string, start: number, end: number, kind: TokenKind): Token {
  const cut = text.slice(start, end);
  return { start, end, text: cut, low: kind === 'word' ? lower(cut) : cut, kind };
}

function readToken(text: string, start: number): Token {
  const code = text.charCodeAt(start);
  if (isDigit(code)) return makeToken(text, start, digitsEnd(text, start), 'number');
  if (isLetter(text, start)) {
    const short = abbreviationEnd(text, start);
    return makeToken(text, start, short > start ? short : wordEnd(text, start), 'word');
  }
  if (isApostrophe(code) && (text.charCodeAt(start + 1) | 32) === 115 && !isLetterAt(text, start + 2))
    return makeToken(text, start, start + 2, 'word');
  // A pair of surrogates is one mark; a lone one is a mark as well.
  const low = text.charCodeAt(start + 1);
  const pair = code >= 0xd800 && code <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  return makeToken(text, start, start + (pair ? 2 : 1), 'mark');
}

const isLetterAt = (text: string, at: number): boolean => at < text.length && isLetter(text, at);

/** The tokens of a text in order, with a `break` between paragraphs; time and memory are linear in the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      const gap = skipSpace(text, at);
      if (gap.broke && tokens.length > 0)
        tokens.push({ start: at, end: gap.at, text: '\n', low: '\n', kind: 'break' });
      at = gap.at;
    } else {
      const token = readToken(text, at);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}
