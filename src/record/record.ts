/** Raised whenever the same text may give another record: what was read before can then be read again. */
export const RECORD_VERSION = 2;

/** Where a find stands: UTF-16 units into the given text; `text` is exactly what they cut. */
export type Span = { start: number; end: number; text: string };

/** What every find carries: how sure it is (0 to 1) and, when asked to explain, the rule that made it. */
export type Find = Span & { confidence: number; rule?: string };

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
export type TimexMod =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'MORE_THAN'
  | 'LESS_THAN'
  | 'EQUAL_OR_MORE'
  | 'EQUAL_OR_LESS';

/** What a relative time was counted from: publication, the text's own dateline, or a time just mentioned. */
export type TimeAnchor = 'published' | 'dateline' | 'mention';

/** A time; `value` and `mod` as in TIMEX3 (ISO-TimeML). `zone` is an offset such as +09:00, where the text names one. */
export type RecordTime = Find & {
  type: TimexType;
  value: string;
  mod?: TimexMod;
  anchor?: TimeAnchor;
  zone?: string;
};

/** A quotation; `speaker_start` and `speaker_end` span the words beside it that name the speaker. */
export type RecordQuote = Find & {
  kind: 'direct' | 'indirect' | 'mixed';
  speaker: string | null;
  speaker_start: number | null;
  speaker_end: number | null;
  attribution: 'named' | 'anonymous' | 'organisation' | 'document' | 'none';
};

/** One mention of a name; all mentions of the same bearer share `id`, and `name` is the fullest form. */
export type RecordEntity = Find & {
  type: 'PER' | 'ORG' | 'LOC';
  id: string;
  name: string;
  role?: string;
};

export type RecordEvent = Find & {
  what: string;
  who: string[];
  where?: string;
  when?: string;
  status: 'announced' | 'expected' | 'confirmed' | 'denied' | 'cancelled' | 'happened';
};

/** What a text says, each find with its place in it; every list is in order of `start`. */
export type TextRecord = {
  /** Of the reader that made it: a record of an older one may be made anew. */
  version: number;
  times: RecordTime[];
  quotes: RecordQuote[];
  entities: RecordEntity[];
  events: RecordEvent[];
};
