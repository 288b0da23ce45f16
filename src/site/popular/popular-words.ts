import type { Language } from '#ui/words.ts';

/** The words of the most-read lists. */
export type PopularWords = {
  title: string;
  deck: string;
  today: string;
  week: string;
  /** The list of one section. */
  inSection: (section: string) => string;
  none: string;
};

const WORDS: Record<Language, PopularWords> = {
  en: {
    title: 'Most popular',
    deck: 'What is being read. The later the read, the more it counts; reloads and robots do not.',
    today: 'Today',
    week: 'This week',
    inSection: (section) => `Most popular in ${section}`,
    none: 'Nothing has been read often enough yet.',
  },
  ko: {
    title: '많이 본 기사',
    deck: '지금 읽히는 기사입니다. 최근에 읽힐수록 높게 셈하며, 새로 고침과 로봇은 빼고 셉니다.',
    today: '오늘',
    week: '이번 주',
    inSection: (section) => `${section} 많이 본 기사`,
    none: '아직 집계된 기사가 없습니다.',
  },
};

export const popularWords = (language: Language): PopularWords => WORDS[language];
