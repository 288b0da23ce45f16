import { english } from './words.en.ts';
import { korean } from './words.ko.ts';

export type RevisionKind = 'published' | 'update' | 'correction' | 'clarification' | 'retraction';

/** Every word of the paper's own that a reader sees, in one language. */
export type Words = {
  skip: string;
  sections: string;
  editions: string;
  breadcrumb: string;
  frontPage: string;
  topStories: string;
  latest: string;
  latestNews: string;
  by: (names: string) => string;
  and: string;
  published: string;
  updated: string;
  changes: (n: number) => string;
  kinds: Record<RevisionKind, string>;
  whatChanged: string;
  corrections: string;
  /** The link to the form that asks for the morning briefing. */
  subscribe: string;
  subscribeByMail: string;
  noCorrections: string;
  correctionsDeck: string;
  /** For a correction that nobody wrote a note on. */
  correctedWithoutNote: string;
  topics: string;
  share: string;
  shareByMail: string;
  /** The invitation to this edition's version of an article, written in this edition's language. */
  translation: string;
  previousIn: (section: string) => string;
  nextIn: (section: string) => string;
  moreFrom: (section: string) => string;
  older: string;
  newer: string;
  noStories: string;
  latestDeck: string;
  freshOne: string;
  /** `{n}` is the number: the browser fills it in. */
  freshMany: string;
  history: string;
  historyDeck: string;
  backToArticle: string;
  legendTaken: string;
  legendPut: string;
  /** Said by screen readers before text that was taken out or put in. */
  deletedStart: string;
  insertedStart: string;
  unchanged: (n: number) => string;
  sameText: string;
  /** Names a table for those who scroll it with the keyboard. */
  table: string;
  feeds: string;
  thePaper: string;
  toTop: string;
  notFound: string;
  notFoundText: string;
  gone: string;
  goneText: string;
  goneAt: string;
  refused: string;
  /** Of a page that cannot be made because the database cannot be reached. */
  away: string;
  awayText: string;
  broken: string;
  brokenText: string;
  goOn: string;
  requestId: string;
  /** Said on every page of a demo edition. */
  demo: string;
  emptyPaper: string;
  emptyPaperText: string;
  emptySteps: { feed: string; file: string; publish: string };
};

export type Language = 'en' | 'ko';

const WORDS: Record<Language, Words> = { en: english, ko: korean };

export const wordsOf = (language: Language): Words => WORDS[language];
