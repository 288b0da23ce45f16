import type { Language } from '#ui/words.ts';

/** What the search pages say, in one language. */
export type SearchWords = {
  search: string;
  /** Over the box, for who cannot see it. */
  label: string;
  hint: string;
  narrow: string;
  section: string;
  topic: string;
  any: string;
  from: string;
  to: string;
  order: string;
  best: string;
  newest: string;
  resultsFor: (q: string) => string;
  nothing: (q: string) => string;
  onlyExclusions: string;
  everywhere: string;
  particles: (q: string) => string;
  without: (words: string) => string;
  anyOf: string;
  all: string;
  meant: string;
  ignored: (words: string) => string;
  more: string;
  first: string;
  /** What screen readers are told; `{n}` is the number: the browser fills it in. */
  suggestions: string;
};

const ENGLISH: SearchWords = {
  search: 'Search',
  label: 'Search the paper',
  hint: 'Put “exact words” between quotation marks, a minus before a -word that must not be there, OR between two of which one will do.',
  narrow: 'Narrow it down',
  section: 'Section',
  topic: 'Topic',
  any: 'All',
  from: 'From',
  to: 'To',
  order: 'Order',
  best: 'Best first',
  newest: 'Newest first',
  resultsFor: (q) => `Search: ${q}`,
  nothing: (q) => `Nothing was found for “${q}”.`,
  onlyExclusions: 'Say also what to look for: so far the search only says what to leave out.',
  everywhere: 'Nothing was found within these limits. This is what there is without them.',
  particles: (q) => `Nothing was found for the words as typed. This is what there is for “${q}”.`,
  without: (words) => `No article has ${words}. This is what there is without it.`,
  anyOf: 'No article has all of these words. These have some of them.',
  all: 'See all of it',
  meant: 'Did you mean',
  ignored: (words) => `Left out, because nearly every article has it: ${words}.`,
  more: 'More results',
  first: 'First results',
  suggestions: '{n} suggestions; choose with the arrow keys',
};

const KOREAN: SearchWords = {
  search: '검색',
  label: '기사 검색',
  hint: '“따옴표”로 묶으면 그대로 찾고, 단어 앞에 -를 붙이면 그 단어가 있는 기사를 빼며, OR는 둘 중 하나를 찾습니다.',
  narrow: '범위 좁히기',
  section: '분야',
  topic: '주제',
  any: '전체',
  from: '시작일',
  to: '종료일',
  order: '정렬',
  best: '정확도순',
  newest: '최신순',
  resultsFor: (q) => `검색: ${q}`,
  nothing: (q) => `“${q}”에 대한 검색 결과가 없습니다.`,
  onlyExclusions: '제외할 단어만 있습니다. 찾을 단어도 입력해 주세요.',
  everywhere: '이 범위에는 결과가 없어 전체에서 찾은 기사를 보여 드립니다.',
  particles: (q) => `입력한 말 그대로는 결과가 없어 “${q}”로 찾은 기사를 보여 드립니다.`,
  without: (words) => `${words}이(가) 들어 있는 기사가 없어 이를 빼고 찾았습니다.`,
  anyOf: '모든 단어가 함께 나오는 기사가 없어 일부만 나오는 기사를 보여 드립니다.',
  all: '전체 보기',
  meant: '이것을 찾으셨나요',
  ignored: (words) => `거의 모든 기사에 있어 뺀 단어: ${words}.`,
  more: '결과 더 보기',
  first: '처음으로',
  suggestions: '추천 {n}개, 화살표 키로 고르세요',
};

const WORDS: Record<Language, SearchWords> = { en: ENGLISH, ko: KOREAN };

export const searchWordsOf = (language: Language): SearchWords => WORDS[language];
