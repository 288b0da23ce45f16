/** Endings that say what a Korean noun does in its sentence, longest first. */
const LONG = [
  '에게서',
  '으로부터',
  '에서는',
  '이라고',
  '에서',
  '에게',
  '까지',
  '부터',
  '으로',
  '에는',
  '에도',
  '보다',
  '처럼',
  '라고',
];
const SHORT = ['은', '는', '을', '를', '이', '가', '의', '에', '도', '와', '과', '로', '만'];
const RUN = /^\p{Script=Hangul}+$/u;

/** So many syllables must be left: what ends like a particle is part of many short names (김정은, 전문가). */
const LEFT_BY_SHORT = 3;
const LEFT_BY_LONG = 2;

/** A Korean word without its particle, or as it is: "대통령이" is "대통령". What is left is found wherever the word is. */
export function withoutParticle(word: string): string {
  if (!RUN.test(word)) return word;
  return cut(word, LONG, LEFT_BY_LONG) ?? cut(word, SHORT, LEFT_BY_SHORT) ?? word;
}

/** As `withoutParticle`, down to two syllables: for a search that found nothing. */
export const withoutAnyParticle = (word: string): string =>
  RUN.test(word) ? (cut(word, LONG, LEFT_BY_LONG) ?? cut(word, SHORT, LEFT_BY_LONG) ?? word) : word;

function cut(word: string, endings: readonly string[], left: number): string | undefined {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= left);
  return ending && word.slice(0, -ending.length);
}
