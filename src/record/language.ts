/** The languages whose texts can be read. */
export type Language = 'en' | 'ko';

/** As many units of a text tell its language. */
const SAMPLE = 2000;

/** The reading that fits a text: by its language tag (BCP 47), else Korean where a fair share of it is Hangul. */
export function languageOf(text: string, tag: string | undefined): Language {
  if (tag !== undefined && tag !== '') return /^ko\b/i.test(tag) ? 'ko' : 'en';
  let hangul = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xac00 && code <= 0xd7a3) hangul++;
  }
  return hangul * 4 > end ? 'ko' : 'en';
}
