import type { TimeAnchor, TimexMod, TimexType } from '../record.ts';
import type { When } from '../times/when.ts';

/** What Korean phrases are resolved against. */
export type KoreanContext = {
  day: number | undefined;
  minute: number | undefined;
  anchor: TimeAnchor;
  mention: When | undefined;
  /** What a range began with: "3월 25일부터" before "28일까지". */
  from: KoreanReading | undefined;
  /** Whether the sentence goes on to say what is to come ("예정", "-겠-"). */
  future: boolean;
};

export type KoreanReading = {
  type: TimexType;
  value: string;
  mod?: TimexMod;
  anchor?: TimeAnchor;
  confidence: number;
  when?: When;
};

/** A time found in Korean: offsets into the text, and its meaning. */
export type KoreanPhrase = {
  end: number;
  rule: string;
  read: (context: KoreanContext) => KoreanReading | undefined;
};

export type KoreanDate = {
  end: number;
  rule: string;
  mod?: TimexMod;
  resolve: (context: KoreanContext) => { when: When; anchor?: TimeAnchor } | undefined;
};
