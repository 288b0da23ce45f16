import { toStream, toSyllables } from '#features/search/search.ts';

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type MadeUpPart = { language: 'en' | 'ko'; text: string; stream: string; syllables: string };

const ENGLISH =
  'ba be bi bo ca co da de di do fa fe ga go ha he ka la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa'.split(
    ' ',
  );
const KOREAN = [
  ...'가강거건경고공관교국군권금기김나남내노대도동라령로리마명문미민박방법보부북비사산상생서선성소수시신아안양여연영오외용우원위유의이인일자장재전정제조주중지진차천청체총최통평한해행현화회',
];
const PARTICLES = ['은', '는', '이', '가', '을', '를', '의', '에', '에서', '으로', '와', '도', '', ''];

/** A language whose words are as common as in a real one: the word of rank n is about n times rarer than the first. */
export function createVocabulary(language: 'en' | 'ko', size: number, random: () => number): string[] {
  const pieces = language === 'en' ? ENGLISH : KOREAN;
  const words = new Set<string>();
  while (words.size < size) {
    const length = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(''));
  }
  return [...words];
}

/** A word by Zipf's law. */
export const pickWord = (vocabulary: readonly string[], random: () => number): string =>
  vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? '';

/** So many words in sentences of a dozen; Korean ones carry particles. */
export function makeText(
  language: 'en' | 'ko',
  vocabulary: readonly string[],
  words: number,
  random: () => number,
): string {
  const made = Array.from({ length: words }, (_, index) => {
    const word = pickWord(vocabulary, random);
    const particle = language === 'ko' ? (PARTICLES[Math.floor(random() * PARTICLES.length)] ?? '') : '';
    return `${word}${particle}${index % 12 === 11 ? '.' : ''}`;
  });
  return made.join(' ');
}

export function makePart(
  language: 'en' | 'ko',
  vocabulary: readonly string[],
  words: number,
  random: () => number,
): MadeUpPart {
  const text = makeText(language, vocabulary, words, random);
  return { language, text, stream: toStream(text), syllables: toSyllables(text) };
}
