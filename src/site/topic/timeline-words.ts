import type { Language } from '#ui/words.ts';

export type TimelineWords = { title: string; wholeTopic: (topic: string) => string };

const WORDS: Record<Language, TimelineWords> = {
  en: { title: 'The story so far', wholeTopic: (topic) => `All about ${topic}` },
  ko: { title: '지금까지의 이야기', wholeTopic: (topic) => `${topic} 기사 모두 보기` },
};

export const timelineWords = (language: Language): TimelineWords => WORDS[language];
