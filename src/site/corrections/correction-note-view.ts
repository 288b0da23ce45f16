import type { RevisionKind } from '#features/articles/articles.ts';
import { printedQuotes } from '#lib/quotes.ts';
import type { CorrectionNote } from '../article/article.props.ts';
import { editionDates, editionWords } from '../edition-words.ts';
import type { EditionContext } from '../site-context.ts';

type Noticed = { kind: RevisionKind; note: string; published_at: Date };

/** A correction as readers see it; where nobody wrote a note and the comparison could not name the words, it says at least that there was one. */
export function toCorrectionNote(
  context: EditionContext,
  { kind, note, published_at }: Noticed,
): CorrectionNote {
  return {
    kind: kind === 'first' || kind === 'update' ? 'correction' : kind,
    text: printedQuotes(note, context.edition.language) || editionWords(context.edition).correctedWithoutNote,
    when: editionDates(context.edition).moment(published_at),
  };
}
