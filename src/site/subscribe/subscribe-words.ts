import type { Language } from '#ui/words.ts';
import { englishSubscribe } from './subscribe-words.en.ts';
import { koreanSubscribe } from './subscribe-words.ko.ts';

/** The words of the pages around the briefing. */
export type SubscribeWords = {
  title: string;
  deck: (paper: string) => string;
  address: string;
  submit: string;
  promise: string;
  /** Read out for the field that people do not see. */
  leaveEmpty: string;
  invalid: string;
  tooMany: string;
  away: string;
  asked: string;
  askedText: string;
  confirm: string;
  confirmText: (paper: string) => string;
  confirmButton: string;
  confirmed: string;
  confirmedText: (hour: string) => string;
  unsubscribe: string;
  unsubscribeText: (paper: string) => string;
  unsubscribeButton: string;
  unsubscribed: string;
  unsubscribedText: string;
  closed: Record<'forged' | 'expired' | 'spent', string>;
  closedText: Record<'forged' | 'expired' | 'spent', string>;
  startAgain: string;
  preferences: string;
  editions: string;
  editionsText: string;
  save: string;
  saved: string;
  pause: string;
  pauseText: string;
  pausedUntil: (day: string) => string;
  weeks: (n: number) => string;
  resume: string;
  move: string;
  moveText: string;
  newAddress: string;
  moveButton: string;
  moveAsked: string;
  moveConfirm: string;
  moveConfirmText: (address: string) => string;
  moveConfirmButton: string;
  moved: string;
  movedText: string;
  end: string;
  endText: string;
  endButton: string;
  erase: string;
  eraseText: string;
  eraseButton: string;
  erased: string;
  erasedText: string;
};

const WORDS: Record<Language, SubscribeWords> = { en: englishSubscribe, ko: koreanSubscribe };

export const subscribeWords = (language: Language): SubscribeWords => WORDS[language];
