import type { Analysis } from '../../analysis.ts';
import type { Token } from '../../tokens.ts';

const isSingle = (low: string): boolean => low === '‘' || low === '’' || low === "'";

/** Whether a mark may open speech: space before it, a word right after it, and no year or clipped word ("'90s"). */
function mayOpen(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.low === '’' || !after || after.kind !== 'word' || after.start !== token?.end) return false;
  return !before || before.kind === 'break' || before.end < token.start || /^[(—–]$/.test(before.low);
}

/** Whether a mark closes speech for certain: right after a mark that ends words, or right before one. */
function closes(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.low === '‘' || before?.end !== token?.start) return false;
  if (/^[.,!?…]$/.test(before?.low ?? '')) return true;
  return !after || after.kind === 'break' || (after.start === token?.end && /^[.,!?;:)]$/.test(after.low));
}

/** As far from its opening mark a closing one may stand, in tokens. */
const LONGEST = 300;

/** Where the quotation that opens at a token closes; a later opening mark, or the paragraph's end, ends the search. */
function closing(tokens: readonly Token[], open: number, quoted: Uint8Array): number | undefined {
  let weak: number | undefined;
  for (let at = open + 2; at < Math.min(tokens.length, open + LONGEST); at++) {
    const token = tokens[at];
    if (!token || token.kind === 'break' || quoted[at]) return weak;
    if (!isSingle(token.low)) continue;
    if (mayOpen(tokens, at)) return weak;
    if (closes(tokens, at)) return at;
    // "the sailors’ boats" is no end; "’ Smith said" may be one
    if (token.low !== '‘' && tokens[at - 1]?.end === token.start && !/s$/.test(tokens[at - 1]?.low ?? ''))
      weak ??= at;
  }
  return weak;
}

/**
 * British papers set speech in single marks. Where one opens outside double marks and its fellow closes, both are given as double ones,
 * so that every rule for those holds; places in the text stay what they are. Linear: what has no end is looked for no further than
 * `LONGEST` tokens.
 */
export function withSingleMarks(analysis: Analysis): Analysis {
  const { tokens, quoted } = analysis;
  if (!tokens.some(({ low }) => isSingle(low))) return analysis;
  let [made, marks]: [Token[] | undefined, Uint8Array | undefined] = [undefined, undefined];
  for (let at = 0; at < tokens.length; at++) {
    if (quoted[at] || !isSingle(tokens[at]?.low ?? '') || !mayOpen(tokens, at)) continue;
    const end = closing(tokens, at, quoted);
    if (end === undefined) continue;
    made ??= [...tokens];
    marks ??= Uint8Array.from(quoted);
    for (const [mark, low] of [
      [at, '“'],
      [end, '”'],
    ] as const) {
      const token = tokens[mark];
      if (token) made[mark] = { ...token, low };
    }
    marks.fill(1, at + 1, end);
    at = end;
  }
  return made && marks ? { ...analysis, tokens: made, quoted: marks } : analysis;
}
