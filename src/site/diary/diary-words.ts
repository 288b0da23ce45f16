import type { Language } from '#ui/words.ts';

/** The words of the diary. */
export type DiaryWords = {
  title: string;
  deck: string;
  weekOf: (days: string) => string;
  today: string;
  weekOnly: string;
  monthOnly: string;
  vague: string;
  none: string;
  noneInWeek: string;
  thisWeek: string;
  more: string;
  weeks: string;
  calendar: string;
  happened: string;
  moved: (before: string | undefined, now: string) => string;
  cancelled: string;
  open: string;
  alsoIn: string;
  seeArticle: string;
  /** For an entry that was taken out of the diary: calendars show it struck through. */
  withdrawn: string;
  next: string;
  wholeDiary: string;
};

const WORDS: Record<Language, DiaryWords> = {
  en: {
    title: 'Diary',
    deck: 'What is planned, who said so in which words, and what came of it.',
    weekOf: (days) => `Diary, ${days}`,
    today: 'Today',
    weekOnly: 'This week, day not known',
    monthOnly: 'This month',
    vague: 'Later, day not known',
    none: 'Nothing is planned that the paper has reported. When a story announces something for a day to come, it will stand here.',
    noneInWeek: 'The paper has reported nothing that was planned for this week.',
    thisWeek: 'This week and ahead',
    more: 'Further ahead',
    weeks: 'Weeks of the diary',
    calendar: 'Get the diary in your calendar',
    happened: 'It took place',
    moved: (before, now) => (before ? `Moved from ${before} to ${now}` : `Moved to ${now}`),
    cancelled: 'It fell through',
    open: 'No report yet of what came of it.',
    alsoIn: 'Also in',
    seeArticle: 'See',
    withdrawn: 'Withdrawn from the diary',
    next: 'What happens next',
    wholeDiary: 'The whole diary',
  },
  ko: {
    title: '일정',
    deck: '무엇이 예정돼 있는지, 누가 어떤 말로 알렸는지, 그리고 어떻게 됐는지 전합니다.',
    weekOf: (days) => `일정, ${days}`,
    today: '오늘',
    weekOnly: '이번 주 중, 날짜 미정',
    monthOnly: '이번 달 중',
    vague: '그 뒤, 날짜 미정',
    none: '아직 기사로 알려진 일정이 없습니다. 앞으로의 일정을 알리는 기사가 나오면 이곳에 실립니다.',
    noneInWeek: '이 주에 예정된 일로 기사에 실린 것이 없습니다.',
    thisWeek: '이번 주와 앞으로',
    more: '그다음 일정',
    weeks: '주별 일정',
    calendar: '달력으로 받아 보기',
    happened: '예정대로 열렸습니다',
    moved: (before, now) => (before ? `${before}에서 ${now}로 바뀌었습니다` : `${now}로 바뀌었습니다`),
    cancelled: '무산됐습니다',
    open: '어떻게 됐는지 아직 보도되지 않았습니다.',
    alsoIn: '함께 알린 기사',
    seeArticle: '관련 기사',
    withdrawn: '취소된 일정',
    next: '앞으로의 일정',
    wholeDiary: '전체 일정 보기',
  },
};

export const diaryWords = (language: Language): DiaryWords => WORDS[language];
