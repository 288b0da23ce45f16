import { describe, expect, it } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { toldSentences } from './told-sentences.ts';

// A Friday.
const asOf = new Date('2015-03-06T12:00:00Z');

const told = (text: string, language = 'en') =>
  toldSentences({ text, record: readRecord(text, { published: asOf, language }), asOf, language }, 'UTC').map(
    ({ day, text: sentence }) => `${day} ${sentence}`,
  );

describe('what happened on a day is told by', () => {
  it.each([
    ['2015-03-04', 'The Assembly passed the budget on Wednesday by 76 votes to 71.'],
    ['2015-03-04', 'On Wednesday, the Assembly passed the budget by 76 votes to 71.'],
    ['2015-03-05', 'Crews of the island ferries walked off their ships on Thursday without a word.'],
    ['2015-03-02', 'The Outer Quay was approved by the Planning Tribunal on March 2, 2015.'],
    ['2015-02-01', 'Inflation in Velland slowed to 3.1 per cent in February.'],
  ])('%s %s', (day, sentence) => {
    expect(told(sentence)).toEqual([`${day} ${sentence}`]);
  });

  it('정부가 4일 예산안을 의회에 제출했다', () => {
    const sentence = '정부가 4일 384억 크라운 규모의 예산안을 의회에 제출했다.';
    expect(told(sentence, 'ko')).toEqual([`2015-03-04 ${sentence}`]);
  });
});

describe('nothing is told by', () => {
  it.each([
    ['a plan', 'The Assembly will vote on the budget on Wednesday by a show of hands.'],
    ['a pronoun', 'It passed the budget on Wednesday by 76 votes to 71.'],
    ['a pronoun after the day', 'On Wednesday it passed the budget by 76 votes to 71.'],
    ['a sentence that goes on from another', 'But the Assembly passed the budget on Wednesday by 76 votes.'],
    ['a saying', 'The minister said on Wednesday the budget of the state was sound.'],
    ['a quotation', 'The Assembly passed the "budget of shame" on Wednesday by 76 votes.'],
    ['a denial', 'The Assembly did not pass the budget of the state on Wednesday.'],
    ['a condition', 'The budget would have passed the Assembly on Wednesday with two more votes.'],
    ['a clause beside', 'The minister, who resigned on Wednesday, leaves a budget that nobody wanted.'],
    ['a day that is no time', "Wednesday's vote on the budget changed the balance in the Assembly."],
    ['an end', 'The crews of the ferries stayed on strike until Wednesday without any talks.'],
    ['two days', 'Talks that opened on Tuesday ended on Wednesday without any agreement.'],
    ['a day of what was agreed', 'The parties agreed to resume the talks on Wednesday in the harbour.'],
    ['a year', 'The dam above the town of Skarnby was built in 1962 by the state.'],
  ])('%s: %s', (_, sentence) => {
    expect(told(sentence)).toEqual([]);
  });

  it.each([
    '그는 4일 예산안을 의회에 제출했다고 밝혔다.',
    '장관은 4일 기자회견에서 예산안이 통과될 것이라고 말했다.',
    '이어 4일에는 여야가 예산안 심의를 시작했다.',
    '정부는 4일까지 예산안 심의를 모두 마쳤다.',
  ])('%s', (sentence) => {
    expect(told(sentence, 'ko')).toEqual([]);
  });
});
