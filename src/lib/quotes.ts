/** Languages whose quotation marks are “ ” and ‘ ’; in others the marks of the copy stand as they are. */
const CURLY = /^(?:en|ko)\b/iu;
const STRAIGHT = /["']/gu;
/** What may stand before an opening mark: nothing, space, a bracket, a dash or another opening mark. */
const BEFORE_OPENING = /^$|[\s([{<—–“‘/-]/u;
/** Figures and words that begin with an apostrophe: ’90s, ’tis, ’em. */
const SHORTENED = /^'(?:\d\ds?\b|tis\b|twas\b|em\b|n'|til\b)/iu;

/**
 * A text as it is printed: typewriter marks (" and ') as “quotation marks” and apostrophes (’).
 * @param language BCP 47 tag of the text; other languages than English and Korean are left alone.
 * @param before the letter before the text where it goes on from another: "" at the beginning of a paragraph.
 */
export function printedQuotes(text: string, language: string, before = ''): string {
  if (!CURLY.test(language)) return text;
  let last = before;
  let end = 0;
  return text.replace(STRAIGHT, (mark, at: number) => {
    const previous = at > end ? (text[at - 1] ?? '') : at === 0 ? before : last;
    end = at + 1;
    const opens =
      BEFORE_OPENING.test(previous) &&
      /\S/u.test(text[at + 1] ?? 'x') &&
      !(mark === "'" && SHORTENED.test(text.slice(at, at + 5)));
    last = mark === '"' ? (opens ? '“' : '”') : opens ? '‘' : '’';
    return last;
  });
}
