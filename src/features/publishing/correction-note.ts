type Swap = { before: string; after: string };

const MOST_SWAPS = 3;

/**
 * The note that readers get with a correction that came without one: the words that stood there and those that stand now.
 * Empty where the comparison found nothing to name.
 */
export function correctionNote(language: string, corrected: Swap[]): string {
  const sentence = language.toLowerCase().startsWith('ko') ? koreanSentence : englishSentence;
  return corrected.slice(0, MOST_SWAPS).map(sentence).join(' ');
}

const englishSentence = ({ before, after }: Swap): string =>
  `An earlier version of this article said “${before}”; it now says “${after}”.`;

const koreanSentence = ({ before, after }: Swap): string =>
  `이전 기사의 “${before}” 부분을 “${after}”(으)로 바로잡았습니다.`;
