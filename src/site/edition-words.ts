import { type DateFormats, dateFormats } from '#ui/dates.ts';
import { type Language, type Words, wordsOf } from '#ui/words.ts';

/** The language of the paper's own words for an edition: its own if there are words in it, else English. */
export const toLanguage = (language: string): Language =>
  language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

export const editionWords = (edition: { language: string }): Words => wordsOf(toLanguage(edition.language));

export const editionDates = (edition: { language: string; zone: string }): DateFormats =>
  dateFormats(toLanguage(edition.language), edition.zone);
