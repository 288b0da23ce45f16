/** The first of Unicode's pictures of control characters: U+2401 is "␁" for SOH. */
const PICTURES = 0x2400;

/**
 * Text whose control characters, tab and line ends apart, stand as their pictures: ␁ ␂ ␃ ␄ ␖ are what the formats of the
 * teleprinter are made of, and can be seen and searched for. DEL and the C1 range go.
 */
export const showControls = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(PICTURES + code) : '';
  });

/** The same without them. */
export const hideControls = (text: string): string => text.replace(/[\u2400-\u241f]/g, '');
