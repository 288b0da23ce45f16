import type { Document } from '#document/document.ts';
import { toText } from '#document/to-text.ts';
import type { ReaderText } from './classify-change.ts';

/** The words that readers see of a take or a revision. */
export const readerText = (state: { headline: string; deck: string; body: Document }): ReaderText => ({
  headline: state.headline,
  deck: state.deck,
  paragraphs: toText(state.body).split('\n\n'),
});
