import { place } from '../copy/prose.ts';
import type { Random } from '../copy/random.ts';
import { WEEKDAYS } from './event-prose.ts';

/** Copy that an agency sends in the same form day after day; each is a story of its own. */
export type Series = (
  day: number,
  random: Random,
) => { headline: string; paragraphs: string[]; slug: string };

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const dateOf = (day: number): string => {
  const date = new Date(Date.UTC(2026, 2, 1 + day));
  return `${WEEKDAYS[date.getUTCDay()]}, ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
};

/** A series about one place: a market, the weather, a table of a league, a diary of events, this day in history. */
export function makeSeries(random: Random, kind: number): Series {
  const town = place(random);
  const towns = Array.from({ length: 12 }, () => place(random));
  switch (kind % 5) {
    case 0:
      return (day, today) => ({
        slug: `MARKETS-${town.toUpperCase()}`,
        headline: `${town} stocks close ${today.pick(['higher', 'lower', 'little changed'])}`,
        paragraphs: [
          `Shares in ${town} closed ${today.pick(['higher', 'lower'])} on ${WEEKDAYS[(day + 0) % 7]}, with the main index at ${today.between(2000, 3000)}.${today.between(10, 99)} points.`,
          `Turnover was ${today.between(3, 9)}.${today.between(1, 9)} billion. Gainers outnumbered losers ${today.between(300, 600)} to ${today.between(200, 400)}. The currency was quoted at ${today.between(1100, 1400)}.${today.between(1, 9)} to the dollar.`,
          'The index covers all companies whose shares are traded on the main board of the exchange and is weighted by their market value at the close of trade.',
        ],
      });
    case 1:
      return (day, today) => ({
        slug: 'WEATHER',
        headline: `Weather forecast for ${town} and region`,
        paragraphs: [
          `The following is the forecast of the weather service for ${dateOf(day)}.`,
          ...towns.map(
            (name) =>
              `${name} ${today.between(-2, 12)}/${today.between(13, 30)} ${today.pick(['Sunny', 'Cloudy', 'Rain'])} ${today.between(0, 9) * 10}`,
          ),
        ],
      });
    case 2:
      return (_day, today) => ({
        slug: `SPORT-${town.toUpperCase()}-LEAGUE`,
        headline: `${town} league results and standings`,
        paragraphs: towns.map(
          (name, index) =>
            `${name} ${today.between(0, 5)} ${towns[(index + 1) % 12]} ${today.between(0, 5)} (played ${today.between(10, 38)}, points ${today.between(3, 90)})`,
        ),
      });
    case 3:
      return (day, today) => ({
        slug: 'DIARY',
        headline: `Diary of events for ${town}`,
        paragraphs: [
          `Diary for ${dateOf(day)}. Please note that times may change at short notice; the desk can be reached around the clock for questions.`,
          ...Array.from(
            { length: 6 },
            () =>
              `${today.between(8, 19)}:${today.pick(['00', '15', '30'])} ${today.pick(towns)}: ${today.pick(['press conference', 'hearing', 'opening', 'talks', 'annual results'])} of ${place(today)}`,
          ),
        ],
      });
    default:
      return (day, today) => ({
        slug: 'HISTORY',
        headline: 'Today in history',
        paragraphs: [
          `Today is ${dateOf(day)}. There are ${200 - day} days left in the year.`,
          ...Array.from(
            { length: 5 },
            () =>
              `In ${today.between(1500, 2010)}, ${place(today)} ${today.pick(['was founded', 'fell after a siege', 'signed a treaty with'])} ${place(today)}.`,
          ),
          'This list is compiled each day from the archives and is free for publication without further permission.',
        ],
      });
  }
}
