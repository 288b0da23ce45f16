import type { Language } from '#ui/words.ts';
import { englishMail } from './mail-words.en.ts';
import { koreanMail } from './mail-words.ko.ts';

/** Every word of the paper's own in a mail, in one language. */
export type MailWords = {
  briefing: string;
  /** The mail's subject: what it is, and its first story. */
  subject: (headline: string) => string;
  corrections: string;
  correctionsNote: string;
  readOn: string;
  photo: (credit: string) => string;
  why: (paper: string) => string;
  preferences: string;
  unsubscribe: string;
  retraction: string;
  retractionSubject: (headline: string) => string;
  retractionText: (day: string) => string;
  retractionWithoutNote: string;
  retractionPage: string;
  confirmSubject: (paper: string) => string;
  confirmTitle: string;
  confirmText: (paper: string) => string;
  confirmButton: string;
  confirmIgnore: string;
  knownSubject: (paper: string) => string;
  knownTitle: string;
  knownText: (paper: string) => string;
  knownButton: string;
  knownIgnore: string;
  moveSubject: (paper: string) => string;
  moveTitle: string;
  moveText: (paper: string) => string;
  moveButton: string;
  moveIgnore: string;
};

const WORDS: Record<Language, MailWords> = { en: englishMail, ko: koreanMail };

/** The language of the paper's own words for an edition: its own if there are words in it, else English. */
export const mailLanguage = (edition: { language: string }): Language =>
  edition.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

export const mailWords = (language: Language): MailWords => WORDS[language];
