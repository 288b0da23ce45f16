import type { TimeAnchor, TimexMod, TimexType } from '../record.ts';
import type { Token } from '../tokens.ts';
import { toValue, type When } from './when.ts';

/** What a rule looks at. Rules look a bounded number of tokens ahead and behind, which keeps reading linear. */
export type Scan = { tokens: readonly Token[]; quoted: Uint8Array };

export type Tense = 'past' | 'future' | 'none';

/** A time that stands earlier in the text. */
export type Mention = { when: When; sentence: number; paragraph: number; explicit: boolean };

/** What a phrase is resolved against. */
export type Context = {
  /** The day that "today" means, if it is known, and the minute of it. */
  day: number | undefined;
  minute: number | undefined;
  anchor: TimeAnchor;
  mention: Mention | undefined;
  /** The last day mentioned, if that was not long before. */
  mentionedDay: number | undefined;
  /** A day that the same sentence has already named. */
  sentenceDay: number | undefined;
  /** The year a history being told has come to, where dates without a year belong to it and not to the present. */
  storyYear: number | undefined;
  /** Tense of the verb that the phrase goes with. */
  tense: Tense;
};

export type Reading = {
  type: TimexType;
  value: string;
  mod?: TimexMod;
  anchor?: TimeAnchor;
  zone?: string;
  confidence: number;
  when?: When;
  /** Whether the words alone give the value, without an anchor. */
  explicit?: boolean;
};

/** A stretch of the calendar as resolved, and from what. */
export type Resolved = { when: When; anchor?: TimeAnchor; confidence: number };

/** Words that name a stretch of the calendar: tokens from `from` to before `to`. */
export type DatePhrase = {
  from: number;
  to: number;
  rule: string;
  mod?: TimexMod;
  resolve: (context: Context) => Resolved | undefined;
};

/** Words that are a time, and what they mean in a context; `undefined` where that cannot be told. */
export type Phrase = {
  from: number;
  to: number;
  rule: string;
  read: (context: Context) => Reading | undefined;
};

/** Tries to read phrases that begin at a token; most often one, several for a range such as "March 3-5". */
export type Rule = (scan: Scan, at: number) => Phrase[] | undefined;

const END: Token = { start: -1, end: -1, text: '', low: '', kind: 'break' };

export const tokenAt = (scan: Scan, at: number): Token => scan.tokens[at] ?? END;
/** The lower-case word at a token, '' outside the text. */
export const lowAt = (scan: Scan, at: number): string => scan.tokens[at]?.low ?? '';
/** Whether nothing stands between a token and the one before it. */
export const isGlued = (scan: Scan, at: number): boolean =>
  at > 0 && tokenAt(scan, at - 1).end === tokenAt(scan, at).start && tokenAt(scan, at - 1).kind !== 'break';
export const isCapital = (scan: Scan, at: number): boolean => {
  const token = tokenAt(scan, at);
  return token.kind === 'word' && token.text.charCodeAt(0) !== token.low.charCodeAt(0);
};
/** Past a hyphen or dash that joins two words, else `at`. */
export const skipHyphen = (scan: Scan, at: number): number => {
  const low = lowAt(scan, at);
  return (low === '-' || low === '‑' || low === '–') && isGlued(scan, at) && isGlued(scan, at + 1)
    ? at + 1
    : at;
};
export const isDash = (low: string): boolean => low === '-' || low === '–' || low === '—' || low === '‑';

/** A date phrase as a time of type DATE. */
export function toPhrase(date: DatePhrase, mod = date.mod): Phrase {
  return {
    from: date.from,
    to: date.to,
    rule: date.rule,
    read: (context) => {
      const found = date.resolve(context);
      if (!found) return undefined;
      const { when, anchor, confidence } = found;
      return {
        type: 'DATE',
        value: toValue(when),
        ...(mod && { mod }),
        ...(anchor && { anchor }),
        confidence,
        when,
        explicit: anchor === undefined,
      };
    },
  };
}

/** A phrase whose meaning needs no context. */
export const fixed = (from: number, to: number, rule: string, reading: Reading): Phrase => ({
  from,
  to,
  rule,
  read: () => reading,
});
