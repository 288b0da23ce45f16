import type { Footing } from '#features/articles/articles.ts';
import type { Language } from '#ui/words.ts';

export type RecordWords = {
  sources: string;
  /** What stands before the list of voices on one footing: "Two people speak by name:". */
  voices: Record<Footing, (n: number) => string>;
};

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const count = (n: number, one: string, many: string): string => `${NUMBERS[n] ?? n} ${n === 1 ? one : many}`;

const english: RecordWords = {
  sources: 'Sources',
  voices: {
    named: (n) => count(n, 'person speaks by name', 'people speak by name'),
    anonymous: (n) => count(n, 'is not named', 'are not named'),
    organisation: (n) => count(n, 'organisation', 'organisations'),
    document: (n) => count(n, 'document', 'documents'),
  },
};

const korean: RecordWords = {
  sources: '취재원',
  voices: {
    named: (n) => `이름을 밝힌 사람 ${n}명`,
    anonymous: (n) => `이름을 밝히지 않은 취재원 ${n}명`,
    organisation: (n) => `기관 ${n}곳`,
    document: (n) => `문서 ${n}건`,
  },
};

const WORDS: Record<Language, RecordWords> = { en: english, ko: korean };

/** The paper's own words about what a text says. */
export const recordWords = (language: Language): RecordWords => WORDS[language];
