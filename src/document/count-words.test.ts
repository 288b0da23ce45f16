import { expect, test } from 'vitest';
import { countWords } from './to-text.ts';

const segmented = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike)
    .length;

test.each([
  "Don't stop: the U.S. paid $1,234.50 (3.5%) for A.B.C., and/or e-mail foo@bar.com at 12:30.",
  'It’s né à l’heure — “quoted” — 1st, 2nd… and so on; well-known words',
  '서울은 오늘 “맑음”이라고 했다.',
  '東京の天気は晴れ。',
  '',
])('words are counted as Unicode segments them: %s', (text) => {
  const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] };
  expect(countWords({ type: 'doc', content: [paragraph] })).toBe(segmented(text));
});
