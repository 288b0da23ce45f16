import type { Analysis } from '../../analysis.ts';
import type { Token } from '../../tokens.ts';
import { isSayingToken } from '../saying.ts';

/** Words inside quotation marks: tokens from `from` to before `to`, without the marks; `lost` where one of the marks is missing. */
export type QuotedSpan = { from: number; to: number; lost?: 'opening' | 'closing'; continues: boolean };

const CURLY: Record<string, string> = { '“': '”', '„': '“', '«': '»', '「': '」', '『': '』' };
const CLOSERS = new Set(['”', '»', '」', '』']);

const gapBefore = (tokens: readonly Token[], at: number): boolean => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return !before || before.kind === 'break' || before.end !== token?.start || /^[([—–‘'-]$/.test(before.low);
};
const gapAfter = (tokens: readonly Token[], at: number): boolean => {
  const [token, after] = [tokens[at], tokens[at + 1]];
  return !after || after.kind === 'break' || after.start !== token?.end;
};

/** Whether what stands before a closing mark without an opening one was speech: a comma, and a verb of saying soon after. */
function lostOpening(
  { tokens, sentences, sentenceOf }: Analysis,
  at: number,
  after: number,
): QuotedSpan | undefined {
  const last = tokens[at - 1]?.low ?? '';
  if (last !== ',' && last !== '?' && last !== '!') return undefined;
  const sentence = sentences[sentenceOf[at] ?? -1];
  const from = Math.max(sentence?.from ?? at, after);
  let said = false;
  for (let next = at + 1; next < at + 8; next++) said ||= isSayingToken(tokens[next]);
  return said && at - from > 2 ? { from, to: at, lost: 'opening', continues: false } : undefined;
}

type Open = { at: number; mark: string } | undefined;

/** Where a token opens or closes a quotation, given what is open. */
function turnOf(
  tokens: readonly Token[],
  at: number,
  open: Open,
): 'opens' | 'closes' | 'closes-nothing' | undefined {
  const low = tokens[at]?.low ?? '';
  if (open && low === CURLY[open.mark]) return 'closes';
  // An opening mark set where the closing one belongs
  if (open && CURLY[low] && !gapBefore(tokens, at) && gapAfter(tokens, at)) return 'closes';
  if (CURLY[low]) return 'opens';
  if (CLOSERS.has(low)) return open ? 'closes' : 'closes-nothing';
  if (low !== '"') return undefined;
  const opening = gapBefore(tokens, at) && !gapAfter(tokens, at);
  // Said," with the mark set to the wrong side
  const misset = /^[,:]$/.test(tokens[at - 1]?.low ?? '') && isSayingToken(tokens[at - 2]);
  if (!open && misset) return 'opens';
  const closing = !gapBefore(tokens, at);
  if (open) return opening && open.mark === '"' && at - open.at > 60 ? 'opens' : 'closes';
  if (!closing || opening || !gapAfter(tokens, at)) return 'opens';
  return nextCloses(tokens, at) ? 'opens' : 'closes-nothing';
}

/** Whether the next straight mark of the paragraph closes as well: then the one at `at` was set to the wrong side. */
function nextCloses(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.low !== ',') return false;
  for (let next = at + 1; next < at + 80 && tokens[next] && tokens[next]?.kind !== 'break'; next++)
    if (tokens[next]?.low === '"') return !gapBefore(tokens, next);
  return false;
}

/** The quoted strings of a text in order; marks are matched within a paragraph, one left open ends with it. */
export function findQuotedSpans(analysis: Analysis): QuotedSpan[] {
  const { tokens } = analysis;
  const spans: QuotedSpan[] = [];
  let open: Open;
  let after = 0;
  const add = (span: QuotedSpan): void => {
    if (span.to > span.from) spans.push(span);
    after = span.to + 1;
  };
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'break') {
      if (open)
        add({ from: open.at + 1, to: at, lost: 'closing', continues: opensParagraph(tokens, at + 1) });
      open = undefined;
      after = at + 1;
      continue;
    }
    const turn = turnOf(tokens, at, open);
    if (turn === 'opens') open = { at, mark: token.low };
    else if (turn === 'closes' && open) {
      add({ from: open.at + 1, to: at, continues: false });
      open = undefined;
    } else if (turn === 'closes-nothing') {
      const lost = lostOpening(analysis, at, after);
      if (lost) add(lost);
      after = at + 1;
    }
  }
  return joinSpans(tokens, spans);
}

/** Joins what goes on in the next paragraph, and what only marks divide: one voice without a word between. */
function joinSpans(tokens: readonly Token[], spans: readonly QuotedSpan[]): QuotedSpan[] {
  const joined: QuotedSpan[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    const near =
      before && (before.continues || (before.to + 2 === span.from && tokens[before.to]?.kind !== 'break'));
    if (before && near && span.from - before.to < 4)
      joined[joined.length - 1] = {
        ...span,
        from: before.from,
        ...(before.lost === 'opening' && { lost: before.lost }),
      };
    else joined.push(span);
  }
  return joined;
}

const opensParagraph = (tokens: readonly Token[], at: number): boolean =>
  /^["“]$/.test(tokens[at]?.low ?? '');
