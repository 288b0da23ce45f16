const MAX_LENGTH = 80;

/**
 * A slug for an address: lower case, words joined by hyphens, accents off Latin letters, other scripts kept
 * (Hangul stays Hangul), at most 80 characters and cut between words. Empty where nothing usable is left.
 */
export function toSlug(text: string): string {
  const plain = text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if ([...longer].length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug === '' ? [...(words[0] ?? '')].slice(0, MAX_LENGTH).join('') : slug;
}
