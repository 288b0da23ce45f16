import { describe, expect, it } from 'vitest';
import { isMove, isSameEvent } from './same-event.ts';
import { aPlan } from './testing/told.ts';

const smith = ['person:John Smith'];
const visit = aPlan({
  actors: smith,
  what: 'visit South Korea',
  when: '2015-04',
  mod: 'START',
  place: 'South Korea',
});
const talks = aPlan({
  actors: ['thing:The talks'],
  what: 'set',
  when: '2015-04-09',
  context: ['Iran', 'Lausanne'],
});

describe('announcements', () => {
  it.each([
    [
      'a day in the stretch that was told before',
      visit,
      aPlan({ actors: smith, what: 'arrive in South Korea', when: '2015-04-09', place: 'South Korea' }),
    ],
    [
      'the family name alone',
      visit,
      aPlan({ actors: ['person:Smith'], what: 'visit South Korea', when: '2015-04-06' }),
    ],
    [
      'the fuller name of a place',
      aPlan({ actors: smith, what: 'open the bridge in Seoul', when: '2015-04-09', place: 'Seoul' }),
      aPlan({ actors: smith, what: 'inaugurate the bridge', when: '2015-04-09' }),
    ],
    [
      'plain subjects in articles about the same',
      talks,
      aPlan({
        actors: ['thing:The talks'],
        what: 'begin',
        when: '2015-04-09',
        context: ['Lausanne', 'Iran', 'Vienna'],
      }),
    ],
    [
      'one of several people',
      aPlan({ actors: [...smith, 'person:Ann Lee'], what: 'sign the treaty', when: '2015-04-09' }),
      aPlan({ actors: ['person:Ann Lee'], what: 'sign the treaty', when: '2015-04-09' }),
    ],
  ])('are of one event by %s', (_, a, b) => {
    expect(isSameEvent(a, b)).toBe(true);
    expect(isSameEvent(b, a)).toBe(true);
  });

  it.each([
    [
      'another person of the name',
      visit,
      aPlan({ actors: ['person:Mary Smith'], what: 'visit South Korea', when: '2015-04-06' }),
    ],
    [
      'another country',
      visit,
      aPlan({ actors: smith, what: 'visit Japan', when: '2015-04-06', place: 'Japan' }),
    ],
    [
      'another week',
      visit,
      aPlan({ actors: smith, what: 'visit South Korea', when: '2015-04-27', place: 'South Korea' }),
    ],
    [
      'another deed',
      aPlan({ actors: smith, what: 'sign the treaty', when: '2015-04-09' }),
      aPlan({ actors: smith, what: 'discuss the treaty', when: '2015-04-09' }),
    ],
    [
      'other people to meet',
      aPlan({ actors: smith, what: 'meet reporters', when: '2015-04-09' }),
      aPlan({ actors: smith, what: 'meet President Park', when: '2015-04-09' }),
    ],
    [
      'talks elsewhere',
      talks,
      aPlan({
        actors: ['thing:The talks'],
        what: 'begin',
        when: '2015-04-09',
        context: ['Minsk', 'Ukraine'],
      }),
    ],
    [
      'a vote on something else',
      aPlan({
        actors: ['thing:The vote on the budget'],
        what: 'set',
        when: '2015-04-09',
        context: ['Seoul', 'Busan'],
      }),
      aPlan({
        actors: ['thing:The vote on school fees'],
        what: 'set',
        when: '2015-04-09',
        context: ['Seoul', 'Busan'],
      }),
    ],
  ])('are of two events by %s', (_, a, b) => {
    expect(isSameEvent(a, b)).toBe(false);
    expect(isSameEvent(b, a)).toBe(false);
  });
});

describe('a later date', () => {
  const later = (text: string) =>
    aPlan({ actors: smith, what: 'visit South Korea', when: '2015-05-11', place: 'South Korea', text });

  it('moves an event where the sentence says so', () => {
    expect(
      isMove(visit, later('John Smith has postponed his trip and will visit South Korea on May 11.')),
    ).toBe(true);
    expect(isMove(visit, later('John Smith put off the trip; he is to visit South Korea on May 11.'))).toBe(
      true,
    );
  });

  it('is another event where it does not', () => {
    expect(isMove(visit, later('John Smith will visit South Korea on May 11.'))).toBe(false);
  });

  it('that fits the first moves nothing', () => {
    const text = 'The visit, moved to the weekend, begins on April 4.';
    expect(isMove(visit, aPlan({ actors: smith, what: 'visit South Korea', when: '2015-04-04', text }))).toBe(
      false,
    );
  });
});
