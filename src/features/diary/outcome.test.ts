import { describe, expect, it } from 'vitest';
import { findOutcome } from './outcome.ts';
import { anArticle, aPlan } from './testing/told.ts';

const visit = aPlan({
  actors: ['person:Ashton Carter'],
  what: 'visit South Korea',
  when: '2015-04',
  mod: 'START',
  place: 'South Korea',
});
const signing = aPlan({
  actors: ['thing:The treaty'],
  what: 'be signed in Tarrvik',
  when: '2026-11-27',
  place: 'Tarrvik',
  context: ['Tarrvik', 'Ardalia', 'Darja Velten'],
});
const minutes = aPlan({
  actors: ['thing:The minutes of the meeting'],
  what: 'published',
  when: '2026-12-02',
  context: ['Bank of Velland', 'Edvin Marsk', 'Velland'],
});
const meeting = aPlan({
  actors: ['person:Ilva Tessmark'],
  what: 'meet the ferry workers',
  when: '2026-11-25',
});
const strike = aPlan({
  actors: ['thing:The strike'],
  what: 'end',
  when: '2026-11-17',
  context: ['Holmar Line', 'Rurik Tamm', 'Vesthaven'],
});
const vote = aPlan({ actors: ['name:National Assembly'], what: 'vote on the farm bill', when: '2026-11-20' });
const concert = aPlan({
  actors: ['name:Norre Symphony'],
  what: 'perform the Ninth in Ropewalk Hall',
  when: '2026-11-28',
  place: 'Ropewalk Hall',
});
const resignation = aPlan({ actors: ['person:Katrin Vole'], what: 'step down', when: '2026-12-31' });

describe('what came of an entry', () => {
  it.each([
    [
      'a visit in early April that began on the 9th',
      visit,
      {
        day: '2015-04-09',
        names: ['person:Ashton Carter'],
        times: { Thursday: '2015-04-09' },
        text: 'SEOUL, April 9 (Wire) -- Defense Secretary Ashton Carter arrived in South Korea on Thursday for talks.',
      },
    ],
    [
      'a signing in the passive',
      signing,
      {
        day: '2026-11-27',
        names: ['person:Darja Velten', 'name:Ardalia', 'name:Tarrvik'],
        times: { Friday: '2026-11-27' },
        text: 'The treaty was signed in Tarrvik on Friday. Darja Velten of Ardalia was there.',
      },
    ],
    [
      'something published, told on the day after',
      minutes,
      {
        day: '2026-12-03',
        names: ['name:Bank of Velland', 'name:Velland'],
        times: { Wednesday: '2026-12-02' },
        text: 'The minutes, which the Bank of Velland published on Wednesday. \n\nThe minutes were published on Wednesday in Velland.',
      },
    ],
    [
      'a meeting with those who were named',
      meeting,
      {
        day: '2026-11-25',
        names: ['person:Ilva Tessmark'],
        text: 'Tessmark met the workers in Harsund in the morning.',
      },
    ],
    [
      'a strike that ended, told with the people of the first report',
      strike,
      {
        day: '2026-11-17',
        names: ['name:Holmar Line', 'person:Rurik Tamm'],
        times: { Tuesday: '2026-11-17' },
        text: 'The strike at the Holmar Line ended at 6 a.m. on Tuesday, Rurik Tamm said.',
      },
    ],
    [
      'a vote',
      vote,
      {
        day: '2026-11-20',
        names: ['name:National Assembly'],
        text: 'The National Assembly voted 90 to 59 for the farm bill.',
      },
    ],
    [
      'a step that needs no object',
      resignation,
      {
        day: '2026-12-31',
        names: ['person:Katrin Vole'],
        text: 'Katrin Vole stepped down as deputy governor.',
      },
    ],
  ])('%s has taken place', (_, plan, article) => {
    expect(findOutcome(plan, anArticle(article), [])?.effect).toBe('happened');
  });

  it.each([
    [
      'a concert',
      concert,
      {
        day: '2026-11-27',
        names: ['name:Norre Symphony'],
        text: 'The Norre Symphony has called off its concert at Ropewalk Hall.',
      },
    ],
    [
      'a vote',
      vote,
      {
        day: '2026-11-18',
        names: ['name:National Assembly'],
        text: 'The vote of the National Assembly on the farm bill was cancelled.',
      },
    ],
    [
      'a signing, postponed',
      signing,
      {
        day: '2026-11-26',
        names: ['name:Ardalia', 'name:Tarrvik'],
        text: 'The treaty with Ardalia, to have been signed in Tarrvik, was put off. The signing of the treaty in Tarrvik was postponed.',
      },
    ],
  ])('%s that was called off is told', (_, plan, article) => {
    expect(findOutcome(plan, anArticle(article), [])?.effect).toBe('cancelled');
  });

  it.each([
    [
      'another of the same family name',
      visit,
      {
        day: '2015-04-09',
        names: ['person:Jimmy Carter'],
        text: 'Jimmy Carter arrived in South Korea on a visit.',
      },
    ],
    [
      'another country',
      visit,
      {
        day: '2015-04-08',
        names: ['person:Ashton Carter'],
        text: 'Ashton Carter arrived in Japan on Wednesday.',
      },
    ],
    [
      'a visit of years ago',
      visit,
      {
        day: '2015-04-09',
        names: ['person:Ashton Carter'],
        times: { 2011: '2011' },
        text: 'Ashton Carter visited South Korea in 2011 as deputy secretary.',
      },
    ],
    [
      'a visit that is said to have been before',
      visit,
      {
        day: '2015-04-09',
        names: ['person:Ashton Carter'],
        text: 'Ashton Carter had visited South Korea before.',
      },
    ],
    [
      'a denial',
      meeting,
      { day: '2026-11-25', names: ['person:Ilva Tessmark'], text: 'Tessmark has not met the workers.' },
    ],
    [
      'a plan told again',
      meeting,
      {
        day: '2026-11-25',
        names: ['person:Ilva Tessmark'],
        text: 'Tessmark will have met the workers by noon.',
      },
    ],
    [
      'another meeting of the same person on the same day',
      meeting,
      { day: '2026-11-25', names: ['person:Ilva Tessmark'], text: 'Tessmark met the president of Ardalia.' },
    ],
    [
      'what somebody says',
      meeting,
      {
        day: '2026-11-25',
        names: ['person:Ilva Tessmark'],
        text: 'A driver said: "Tessmark met the workers and left."',
      },
    ],
    [
      'another treaty in an article of other people',
      signing,
      {
        day: '2026-11-27',
        names: ['name:Geneva', 'person:Ann Lee'],
        times: { Friday: '2026-11-27' },
        text: 'The treaty was signed on Friday in Geneva, Ann Lee said.',
      },
    ],
    [
      'what is only expected',
      strike,
      {
        day: '2026-11-17',
        names: ['name:Holmar Line', 'person:Rurik Tamm'],
        text: 'The strike at the Holmar Line was expected to end on Tuesday, Rurik Tamm said.',
      },
    ],
    [
      'a report before the day',
      strike,
      {
        day: '2026-11-16',
        names: ['name:Holmar Line', 'person:Rurik Tamm'],
        text: 'The strike ended early, Rurik Tamm of the Holmar Line said.',
      },
    ],
    [
      'a vote on another bill',
      vote,
      {
        day: '2026-11-20',
        names: ['name:National Assembly'],
        text: 'The National Assembly voted for the school bonds.',
      },
    ],
    [
      'a report of another day',
      vote,
      {
        day: '2026-11-21',
        names: ['name:National Assembly'],
        times: { 'last Thursday': '2026-11-12' },
        text: 'The National Assembly voted on the farm bill last Thursday.',
      },
    ],
    [
      'an article about the actor alone',
      concert,
      {
        day: '2026-11-28',
        names: ['name:Norre Symphony'],
        text: 'The Norre Symphony has named a conductor.',
      },
    ],
    [
      'something else called off',
      concert,
      {
        day: '2026-11-27',
        names: ['name:Norre Symphony'],
        text: 'The Norre Symphony cancelled its tour of Morvane.',
      },
    ],
  ])('%s is no outcome', (_, plan, article) => {
    expect(findOutcome(plan, anArticle(article), [])).toBeUndefined();
  });

  it('quotes the sentence that tells it, where it stands in the text', () => {
    const text = 'Rain fell. The National Assembly voted on the farm bill. It was late.';
    const article = anArticle({ day: '2026-11-20', names: ['name:National Assembly'], text });
    const sentence = findOutcome(vote, article, [])?.sentence;
    expect(sentence?.text).toBe('The National Assembly voted on the farm bill.');
    expect(text.slice(sentence?.start, sentence?.end)).toBe(sentence?.text);
  });

  it('believes an event of the record that was found to have been cancelled', () => {
    const cancelled = { ...concert, status: 'cancelled' as const };
    const article = anArticle({ day: '2026-11-27', text: 'Nothing.' });
    expect(findOutcome(concert, article, [cancelled])?.effect).toBe('cancelled');
  });
});
