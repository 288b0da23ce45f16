import type { Random } from './random.ts';

const words = (text: string): string[] => text.split(' ');

/** Names and uncommon words are put together anew each time, so that a text compresses about as well as real copy. */
const STARTS = words(
  'Al Bar Cal Dor El Fen Gar Hol In Jor Kes Lun Mar Nor Ol Pel Quin Ros Sel Tor Ul Ver Wes Yar',
);
const MIDDLES = words('an ber cor den el fin gor hal il jon ker lim mon nan os pin ran sor tam un ver wen');
const ENDS = words('ad bury da den er field ford ham is kin la mere ner o port ra son stead ton wick y');

const BODIES = [
  'the harbour board',
  'the city council',
  'the transport ministry',
  'the central bank',
  'the water company',
  'the appeal court',
  'the farmers’ union',
  'the health service',
];
const DEEDS = words(
  'approved delayed rejected opened closed reviewed doubled cut extended suspended published',
);
const THINGS = [
  'the new ferry terminal',
  'a plan for cheaper night trains',
  'its budget for next year',
  'the inquiry into the flood',
  'the bridge over the Calder',
  'an offer on pay',
  'the rules for short lets',
  'the vaccination programme',
  'a loan for the steel works',
];
const TAILS = [
  'after a vote that ran past midnight',
  'despite objections from residents',
  'for the third time this year',
  'as prices went on rising',
  'in a step that had been expected since March',
  'while talks with the unions continued',
  'which officials described as a first step',
  'according to two people who had read the report',
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const name = (random: Random): string =>
  random.pick(STARTS) + (random.next() < 0.5 ? random.pick(MIDDLES) : '') + random.pick(ENDS);
export const personName = (random: Random): string => `${name(random)} ${name(random)}`;
export const place = (random: Random): string => name(random);

export const headline = (random: Random): string =>
  `${capital(random.pick(BODIES).replace('the ', ''))} ${random.pick(DEEDS)} ${random.pick(THINGS)} in ${place(random)}`;

function sentence(random: Random): string {
  if (random.next() < 0.25) {
    const said = `${random.pick(THINGS)} will be looked at again ${random.pick(TAILS)}`;
    return `“${capital(said)},” ${personName(random)} of ${random.pick(BODIES)} said on Wednesday.`;
  }
  const figure = random.next() < 0.4 ? ` at a cost of ${random.between(2, 900)} million` : '';
  const aside = random.next() < 0.6 ? `, ${random.between(3, 98)} km from ${place(random)},` : '';
  return `${capital(random.pick(BODIES))} in ${place(random)}${aside} ${random.pick(DEEDS)} ${random.pick(THINGS)}${figure}, ${random.pick(TAILS)}.`;
}

const sentences = (random: Random, count: number): string =>
  Array.from({ length: count }, () => sentence(random)).join(' ');

export const deck = (random: Random): string => sentence(random);

/** The paragraphs of a news story: most have 200 to 700 words, one in ten is a long read of up to 1,800. */
export function paragraphs(random: Random): string[] {
  const count = random.next() < 0.1 ? random.between(20, 36) : random.between(5, 15);
  return Array.from({ length: count }, () => sentences(random, random.between(1, 3)));
}
