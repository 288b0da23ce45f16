import type { ArticleRecord } from '#features/articles/articles.ts';
import { calendarDay } from '#lib/zoned.ts';
import { type DatedSentence, findDatedSentences } from './dated-sentence.ts';
import { tellsEnglishPast } from './english-past.ts';
import { tellsKoreanPast } from './korean-past.ts';

/** What an article tells of what happened, with the days that its record gives. */
export function toldSentences(
  { text, record, asOf, language }: Pick<ArticleRecord, 'text' | 'record' | 'asOf' | 'language'>,
  zone: string,
): DatedSentence[] {
  const { year, month, day } = calendarDay(asOf, zone);
  const korean = language.toLowerCase().startsWith('ko');
  return findDatedSentences(
    text,
    record,
    `${year}-${month}-${day}`,
    korean ? tellsKoreanPast : tellsEnglishPast,
  );
}
