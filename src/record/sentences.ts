import { isAbbreviation } from './en/abbreviations.ts';
import type { Token } from './tokens.ts';

/** A run of tokens, `to` exclusive; `paragraph` counts from 0. */
export type Sentence = { from: number; to: number; paragraph: number };

const isEnd = (low: string): boolean =>
  low === '.' || low === '!' || low === '?' || low === '…' || low === '。';
const isCloser = (low: string): boolean =>
  low === '"' ||
  low === '”' ||
  low === '’' ||
  low === "'" ||
  low === ')' ||
  low === ']' ||
  low === '」' ||
  low === '』';

function startsSentence(token: Token | undefined): boolean {
  if (!token || token.kind === 'break') return true;
  if (token.kind === 'word') return token.text !== token.low || token.low === token.text.toUpperCase();
  return token.kind === 'number' || /["“‘'([「『]/u.test(token.low);
}

/** Whether a full stop at `at` belongs to the word before it: "Gen. Dempsey", "J. Smith", "No. 5". */
function isPointOfWord(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at - 1];
  if (tokens[at]?.low !== '.' || word?.kind !== 'word' || word.end !== tokens[at]?.start) return false;
  const initial = word.text.length === 1 && word.text !== word.low;
  return initial || isAbbreviation(word.low);
}

/** Past the closing marks after a full stop; a mark after a space opens the next sentence instead. */
function afterClosers(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let token = tokens[at]; token && isCloser(token.low); token = tokens[at]) {
    if (tokens[at - 1]?.end !== token.start) break;
    at++;
  }
  return at;
}

/** "in the U.S. The minister": an abbreviation with points ends a sentence before a word that opens one. */
function endsWithPoints(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !token.text.endsWith('.')) return false;
  const next = tokens[at + 1];
  return next?.kind === 'word' && OPENERS.has(next.text);
}
const OPENERS = new Set(
  'The A An In On At But And He She It They We This That These Those His Her Its Their However Meanwhile'.split(
    ' ',
  ),
);

/** Splits tokens into sentences; a paragraph's end always ends one. Linear: each token is looked at a few times. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  const close = (to: number): void => {
    if (to > from) sentences.push({ from, to, paragraph });
    from = to;
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token?.kind === 'break') {
      close(at);
      from = ++at;
      paragraph++;
    } else if (token && isEnd(token.low) && !isPointOfWord(tokens, at)) {
      const next = afterClosers(tokens, at + 1);
      if (startsSentence(tokens[next]) && tokens[next]?.start !== token.end) close(next);
      at = next;
    } else {
      at++;
      if (endsWithPoints(tokens, at - 1)) close(at);
    }
  }
  close(tokens.length);
  return sentences;
}
