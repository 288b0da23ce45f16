/** Windows-1252 for U+0080–U+009F: what a sender meant who wrote `&#146;` or declared the wrong Latin set. */
const WINDOWS_1252 = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';

const UNWANTED = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;

/**
 * Text without lone surrogates (replaced by U+FFFD, so that it can be stored and sent as UTF-8) and without control
 * characters: each is a space (it may have parted words), save tab and line ends, and the C1 range, which is read as
 * Windows-1252, as browsers read it. U+FFFE and U+FFFF, which no XML may hold, go.
 */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.replace(UNWANTED, (character) => {
    const code = character.charCodeAt(0);
    const meant = code >= 0x80 && code <= 0x9f ? WINDOWS_1252.charAt(code - 0x80) : '\u0000';
    return meant === '\u0000' ? (code < 0xfffe ? ' ' : '') : meant;
  });
}

/** The same on one line: every run of white space is one space, none at the ends. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();
