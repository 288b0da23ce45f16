import type { Document } from '#document/document.ts';

/** What the content of a wire item gives: the copy, notes to editors found in it, and fields that stand only there. */
export type BodyDraft = {
  body: Document;
  ednotes: string[];
  notes: string[];
  byline?: string;
  located?: string;
  headline?: string;
  abstract?: string;
};
