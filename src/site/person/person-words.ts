import type { Language } from '#ui/words.ts';

export type PersonWords = {
  deck: string;
  alsoWritten: (names: string) => string;
  /** Where the roles plainly differ. */
  mayBeSeveral: string;
  roles: string;
  said: string;
  articles: string;
  /** On what footing those speak who stand on such a page. */
  footing: string;
  namedAs: (role: string) => string;
};

const WORDS: Record<Language, PersonWords> = {
  en: {
    deck: 'As the paper has named them, and when.',
    alsoWritten: (names) => `Also written ${names}.`,
    mayBeSeveral:
      'The paper has given this name with roles that do not go together, in the same weeks. It may be that of more than one person.',
    roles: 'Named as',
    said: 'What they said',
    articles: 'Articles that name them',
    footing: 'by name, word for word',
    namedAs: (role) => `as ${role}`,
  },
  ko: {
    deck: '신문에 실린 그대로, 언제 어떤 직함으로 불렸는지 모았습니다.',
    alsoWritten: (names) => `다른 표기: ${names}`,
    mayBeSeveral:
      '같은 시기에 서로 어울리지 않는 직함과 함께 실린 이름입니다. 이름이 같은 다른 사람일 수 있습니다.',
    roles: '직함',
    said: '발언',
    articles: '이 이름이 나오는 기사',
    footing: '실명, 직접 인용',
    namedAs: (role) => role,
  },
};

export const personWords = (language: Language): PersonWords => WORDS[language];
