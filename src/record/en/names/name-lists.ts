import lists from './name-lists.json' with { type: 'json' };

const FIRST = 1;
const CITY = 2;
const COUNTRY = 4;

const masks = new Map<string, number>();
const add = (words: Iterable<string>, bit: number): void => {
  for (const word of words) masks.set(word, (masks.get(word) ?? 0) | bit);
};
add(lists.firstNames.split(' '), FIRST);
add(lists.cities.split(' '), CITY);

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countryWords = letters
  .flatMap((first) => letters.map((second) => regions.of(first + second) ?? ''))
  .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
  .filter(
    (word) =>
      word.length > 3 && word !== 'island' && word !== 'islands' && word !== 'south' && word !== 'north',
  );
add(new Set(countryWords), COUNTRY);

export const isFirstName = (low: string): boolean => (listMask(low) & FIRST) > 0;
export const isPlaceWord = (low: string): boolean => (listMask(low) & (CITY | COUNTRY)) > 0;

/** Which lists hold a lower-case word: 1 first names, 2 cities of more than 150,000 people, 4 countries; a sum of these. */
export const listMask = (low: string): number => masks.get(low) ?? 0;
