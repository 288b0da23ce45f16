import { expect, test } from 'vitest';
import { toldOnce } from './told-once.ts';

const on = (day: string, sentence: string) => ({ day, sentence, precision: 'day' as const });

test('of two sentences that tell the same of one day the first is kept', () => {
  const first = on('2015-03-04', 'The Assembly passed the budget on Wednesday by 76 votes to 71.');
  const again = on('2015-03-04', 'The budget was passed by the Assembly on Wednesday after a long debate.');
  expect(toldOnce([first, again])).toEqual([first]);
});

test('another day and another matter are kept', () => {
  const first = on('2015-03-04', 'The Assembly passed the budget on Wednesday by 76 votes to 71.');
  const later = on(
    '2015-03-05',
    'The Assembly passed the budget of the courts on Thursday by 80 votes to 67.',
  );
  const other = on('2015-03-04', 'A storm closed the harbour of Vesthaven on Wednesday for five hours.');
  expect(toldOnce([first, later, other])).toEqual([first, later, other]);
});

test('what is told of a month gives way to what is told of its day', () => {
  const month = {
    day: '2015-03-01',
    sentence: 'The Assembly passed the budget in March.',
    precision: 'month' as const,
  };
  const day = on('2015-03-04', 'The Assembly passed the budget on Wednesday by 76 votes to 71.');
  expect(toldOnce([month, day])).toEqual([day]);
});
