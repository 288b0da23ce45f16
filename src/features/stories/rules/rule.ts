import type { WireItem } from '#features/wire/wire.ts';

/**
 * What an item must be like. All of the conditions that are there must hold; of the values of one, any will do.
 * Words are compared as `foldText` has them: whole words whatever their accents and case, Korean, Chinese and Japanese anywhere.
 */
export type RuleConditions = {
  /** Codes (`medtop:15000000`, `15000000`, with everything below them) and names. */
  subject?: string[];
  /** 1 is the most urgent; an item without an urgency is in no range. */
  urgency?: { from: number; to: number };
  /** Words in the place in front of the text, or in the place of an event. */
  place?: string[];
  /** `en` stands for en-GB, too; `en-GB` for itself. */
  language?: string[];
  /** In headline, slug line, abstract or body. */
  words?: string[];
  headline?: string[];
  slug?: string[];
  credit?: string[];
  /** Whether it is under an embargo that has not ended yet. */
  embargo?: boolean;
  /** `sig:correction` or `correction`. */
  signal?: string[];
  type?: WireItem['type'][];
  /** As the subject, of the codes of a genre scheme. */
  genre?: string[];
};

export const DECISIONS = ['publish', 'wait', 'ignore'] as const;
/** `ignore`: the item is kept and no story made of it. */
export type Decision = (typeof DECISIONS)[number];

/** What is done with an item; of several rules that set one thing the first counts, topics and alerts add up. */
export type RuleEffects = {
  /** Slug of a section; an edition without such a section is left to other rules. */
  section?: string;
  /** Slugs. */
  topics?: string[];
  urgency?: number;
  desk?: string;
  decision?: Decision;
  alert?: true;
  /** No rule after this one is asked. */
  stop?: true;
};

export type Rule = {
  id: number;
  name: string;
  version: number;
  position: number;
  /** Null: every source. */
  sourceId: number | null;
  conditions: RuleConditions;
  effects: RuleEffects;
  enabled: boolean;
};
