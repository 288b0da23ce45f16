import { expect, test } from 'vitest';
import { readerHeadline } from './reader-headline.ts';

test.each([
  ['(LEAD) Ferry crews accept deal', 'Ferry crews accept deal'],
  ['(2nd LD) Ferry crews accept deal', 'Ferry crews accept deal'],
  ['2nd LD: Ferry crews accept deal', 'Ferry crews accept deal'],
  ['KILL: Ferry crews accept deal', 'Ferry crews accept deal'],
  ['(2보) 여객선 노사 합의', '여객선 노사 합의'],
])('%s is shown without the mark', (headline, shown) => {
  expect(readerHeadline(headline)).toBe(shown);
});

test.each([
  'Lead paint found in schools',
  '(Not) the end of the strike',
  'Killing of hedgehogs banned',
  '(LEAD)',
])('%s stays as it is', (headline) => {
  expect(readerHeadline(headline)).toBe(headline);
});
