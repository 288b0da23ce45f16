export const TYPES = ['PER', 'ORG', 'LOC'] as const;
export type NameType = (typeof TYPES)[number];

/** What a word is of a name: none of it (0), or for each type its first word or a later one. */
export const LABELS = 1 + 2 * TYPES.length;
export const OUTSIDE = 0;

export const typeOf = (label: number): NameType | undefined =>
  label === OUTSIDE ? undefined : TYPES[(label - 1) >> 1];

/** Whether a label can stand without a name before it. */
export const mayBegin = (label: number): boolean => label === OUTSIDE || (label - 1) % 2 === 0;

/** The labels that may stand before each label. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, label) =>
  Array.from({ length: LABELS }, (_, before) => before).filter(
    (before) => mayBegin(label) || typeOf(before) === typeOf(label),
  ),
);
