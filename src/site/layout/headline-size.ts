/** A headline of more than this many Latin letters is set a step smaller, of more than `LONGER` two. */
const LONG = 62;
const LONGER = 104;
/** A Hangul syllable or an ideograph is about as wide as this many Latin letters. */
const WIDE_LETTER = 1.9;
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/gu;

/** How wide a text runs, in Latin letters of middling width. */
export const runWidth = (text: string): number =>
  text.length + (text.match(WIDE)?.length ?? 0) * (WIDE_LETTER - 1);

/** The class of a headline by its length (stories.css, article.css): a long one is set smaller wherever it stands. */
export function headlineSize(headline: string): 'long' | 'longer' | undefined {
  const width = runWidth(headline);
  return width > LONGER ? 'longer' : width > LONG ? 'long' : undefined;
}
