export const STORY_STATES = ['draft', 'ready', 'held', 'published', 'killed'] as const;
export type StoryState = (typeof STORY_STATES)[number];

const NEXT_STATES: Record<StoryState, readonly StoryState[]> = {
  draft: ['ready', 'held', 'published', 'killed'],
  ready: ['draft', 'held', 'published', 'killed'],
  held: ['draft', 'ready', 'published', 'killed'],
  // Publishing again is an update or a correction; holding takes the article off every surface.
  published: ['published', 'held', 'killed'],
  // A kill is an order, not a state of work: the provider may lift it with a later version.
  killed: ['killed'],
};

export const canBecome = (from: StoryState, to: StoryState): boolean => NEXT_STATES[from].includes(to);

/**
 * The end of an embargo that was given without an end: a date that no clock here reaches.
 * PostgreSQL's `infinity` is not used, for drivers read it as something else than a date.
 */
export const NEVER = new Date('9999-12-31T00:00:00Z');

/** The end of an embargo as a wire item gives it: a time, or 'indefinite'. */
export const embargoEnd = (embargoed: string | undefined): Date | null => {
  if (embargoed === undefined) return null;
  return embargoed === 'indefinite' ? NEVER : new Date(embargoed);
};
