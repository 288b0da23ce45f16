import { personName, place } from '../copy/prose.ts';
import type { Random } from '../copy/random.ts';

/** What happened, before an agency has put it into words. */
export type NewsEvent = {
  kind: (typeof KINDS)[number];
  place: string;
  region: string;
  official: string;
  witness: string;
  minister: string;
  body: string;
  dead: number;
  hurt: number;
  money: number;
  weekday: string;
};

const KINDS = [
  'fire',
  'flood',
  'strike',
  'vote',
  'court',
  'rates',
  'talks',
  'crash',
  'deal',
  'protest',
] as const;
const BODIES = [
  'fire service',
  'interior ministry',
  'civil protection agency',
  'city council',
  'transport ministry',
  'appeal court',
  'central bank',
  'trade union federation',
  'coast guard',
  'health ministry',
  'electoral commission',
  'foreign ministry',
];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const makeEvent = (random: Random, day: number): NewsEvent => ({
  kind: random.pick(KINDS),
  place: place(random),
  region: place(random),
  official: personName(random),
  witness: personName(random),
  minister: personName(random),
  body: random.pick(BODIES),
  dead: random.between(2, 40),
  hurt: random.between(3, 200),
  money: random.between(2, 900),
  weekday: WEEKDAYS[day % 7] ?? 'Monday',
});

/** Three agencies' ways of putting it: subjects, verbs and turns that they prefer. */
type Voice = Record<NewsEvent['kind'], (readonly [headline: string, lead: string])[]>;
const VOICES: Voice[] = [
  {
    fire: [
      [
        '{dead} dead in {place} warehouse fire',
        'At least {dead} people were killed and {hurt} injured when a fire swept through a warehouse in {place} on {weekday}, the {body} said.',
      ],
      [
        'Warehouse blaze kills {dead} in {place}',
        'A blaze in a crowded warehouse in {place} killed {dead} people and left {hurt} in hospital, the {body} said on {weekday}.',
      ],
    ],
    flood: [
      [
        'Floods cut off {place}, {dead} missing',
        'Floodwater cut off the town of {place} on {weekday} and left {dead} people missing, the {body} said.',
      ],
    ],
    strike: [
      [
        '{place} port workers walk out over pay',
        'About {hurt} dockers at the port of {place} walked off the job on {weekday} in a dispute over pay, their union said.',
      ],
    ],
    vote: [
      [
        '{place} lawmakers approve {money} million budget',
        'Lawmakers in {place} approved a budget of {money} million on {weekday} after a debate that lasted through the night.',
      ],
    ],
    court: [
      [
        'Court clears former {place} mayor {official}',
        'A court in {region} cleared the former mayor of {place}, {official}, of all charges on {weekday}.',
      ],
    ],
    rates: [
      [
        '{region} central bank raises rates to {dead} percent',
        'The central bank of {region} raised its main rate to {dead} percent on {weekday}, citing prices that went on rising.',
      ],
    ],
    talks: [
      [
        '{region}, {place} resume talks on border',
        'Negotiators from {region} and {place} sat down on {weekday} for the first talks on their border in {dead} months.',
      ],
    ],
    crash: [
      [
        'Train derails near {place}, {hurt} hurt',
        'A passenger train came off the rails near {place} on {weekday}, injuring {hurt} people, the {body} said.',
      ],
    ],
    deal: [
      [
        '{official} Group to buy {place} shipyard for {money} million',
        '{official} Group said on {weekday} it would buy the shipyard in {place} for {money} million, the largest such deal in {region} in years.',
      ],
    ],
    protest: [
      [
        'Thousands march in {place} against water law',
        'Several thousand people marched through {place} on {weekday} to protest against a law that would sell the water works, organisers said.',
      ],
    ],
  },
  {
    fire: [
      [
        'Inferno in {place} depot claims {dead} lives',
        '{dead} workers lost their lives when flames engulfed a storage depot on the outskirts of {place}, rescuers told reporters {weekday}.',
      ],
    ],
    flood: [
      [
        '{place} isolated as river bursts banks',
        'Emergency crews were searching for {dead} residents after a river burst its banks and isolated {place}, officials announced {weekday}.',
      ],
    ],
    strike: [
      [
        'Dockers down tools in {place}',
        'Cranes stood still in the harbour of {place} {weekday} as {hurt} dockers downed tools to press for higher wages.',
      ],
    ],
    vote: [
      [
        'Night-long debate ends with {place} spending plan passed',
        'A spending plan worth {money} million cleared the assembly in {place} early {weekday}, ending a marathon session.',
      ],
    ],
    court: [
      [
        'Ex-mayor {official} acquitted',
        'Judges acquitted {official}, who once ran {place}, of every count {weekday}, drawing cheers from supporters in the gallery.',
      ],
    ],
    rates: [
      [
        'Borrowing costs in {region} climb to {dead} pct',
        'Policymakers in {region} lifted borrowing costs to {dead} percent {weekday} in an attempt to tame inflation.',
      ],
    ],
    talks: [
      [
        'Border negotiators meet again after {dead}-month pause',
        'Delegations of {place} and {region} met {weekday}, {dead} months after they had last spoken about their disputed frontier.',
      ],
    ],
    crash: [
      [
        '{hurt} injured as train jumps tracks outside {place}',
        'Carriages toppled when a train jumped the tracks outside {place} {weekday}; {hurt} passengers needed treatment.',
      ],
    ],
    deal: [
      [
        '{place} yard goes to {official} Group',
        'The yard at {place} is to change hands for {money} million, buyer {official} Group announced {weekday}.',
      ],
    ],
    protest: [
      [
        'Crowds reject water sale in {place}',
        'Crowds filled the squares of {place} {weekday} to reject plans for a sale of the public water utility.',
      ],
    ],
  },
  {
    fire: [
      [
        '{place}: {dead} killed in industrial fire',
        'Firefighters recovered the bodies of {dead} people from a burnt-out industrial building in {place}, the {body} confirmed on {weekday}.',
      ],
    ],
    flood: [
      [
        'Search for {dead} after deluge in {place}',
        'Helicopters took off at dawn on {weekday} to look for {dead} people swept away by a deluge in {place}, according to the {body}.',
      ],
    ],
    strike: [
      [
        'Wage row halts {place} harbour',
        'No ship was unloaded at {place} on {weekday} because of a wage row that {hurt} dock workers have joined, the port authority reported.',
      ],
    ],
    vote: [
      [
        '{money}m budget through in {place}',
        'After hours of wrangling the parliament of {place} gave its blessing on {weekday} to {money} million in spending.',
      ],
    ],
    court: [
      [
        'Not guilty: verdict for {official} of {place}',
        'The former mayor of {place}, {official}, left the courthouse of {region} a free man on {weekday} when the panel found him not guilty.',
      ],
    ],
    rates: [
      [
        'Key rate of {region} now {dead} per cent',
        'Guardians of the currency in {region} moved the key rate up to {dead} per cent on {weekday}, the third step in a row.',
      ],
    ],
    talks: [
      [
        '{place} and {region} back at the table',
        'After {dead} months of silence envoys of {place} and {region} returned to the negotiating table on {weekday}.',
      ],
    ],
    crash: [
      [
        'Rail accident at {place} leaves {hurt} wounded',
        'An express left the rails in a curve before {place} on {weekday} and {hurt} travellers were wounded, the {body} reported.',
      ],
    ],
    deal: [
      [
        'Shipyard sale: {official} Group pays {money}m in {place}',
        'For {money} million {official} Group takes over the shipyard of {place}, both sides told shareholders on {weekday}.',
      ],
    ],
    protest: [
      [
        'Water law draws mass rally in {place}',
        'A mass rally against the planned water law brought the centre of {place} to a standstill on {weekday}.',
      ],
    ],
  },
];

export const AGENCIES = VOICES.length;

const DETAILS = [
  '“{quote},” {witness}, who lives nearby, said by telephone from {place}.',
  '{official}, a spokesman for the {body}, told reporters that {clause}.',
  'It was the {ordinal} such case in {region} since {year}, figures of the {body} show.',
  'The minister in charge, {minister}, is expected to travel to {place} in the coming days, where {clause}.',
  'Roads between {place} and {region} were closed for about {number} hours while {clause}.',
  'An inquiry led by {minister} will report within {number} weeks, the {body} said, adding that {clause}.',
  'Opposition leader {witness} called on {minister} to explain why {clause}.',
  'Insurers put the cost at up to {number} million; {official} said {clause}.',
  'In {year}, {number} people were affected when {clause} in {region}.',
  '“{quote},” {minister} wrote in a statement, in which it was also said that {clause}.',
  'Residents of {place} gathered at the station, {witness} among them, as {clause}.',
  'A second hearing is set for the {ordinal} of the month, according to {official}, unless {clause}.',
];
const CLAUSES = [
  'talks with the unions had gone on until late',
  'nobody had been told of the plan beforehand',
  'the money would come from a reserve set up for floods',
  'more equipment had been sent from the neighbouring district',
  'the decision could still be changed by the upper house',
  'experts had warned of such a thing for years',
  'power was back in most streets by the evening',
  'a helicopter and two boats took part in the search',
  'the company would keep all of its staff',
  'schools would stay closed until further notice',
  'the families had been informed',
  'the figures did not yet include the outer suburbs',
  'a witness had filmed what happened from a balcony',
  'the law left no room for another reading',
  'prices at the wholesale market had already moved',
  'trains were diverted by way of the coast',
];
const QUOTES = [
  'We heard a bang and ran outside',
  'Nothing has been decided and nothing will be today',
  'This is a day that people here will remember',
  'We have asked for help for months',
  'The numbers speak for themselves',
  'I have never seen the water rise so fast',
  'We will go on until they listen',
  'There is no reason to be afraid',
  'They promised us an answer and none came',
  'It could have been much worse',
  'All of us want to go home',
  'The court has done what it had to do',
];
const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'seventh', 'twelfth'];

export const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const valuesOf = (event: NewsEvent, random: Random) => ({
  ...event,
  ...{ quote: random.pick(QUOTES), clause: random.pick(CLAUSES), ordinal: random.pick(ORDINALS) },
  ...{ number: random.between(2, 95), year: random.between(1972, 2024) },
});

/** An agency's headline and first paragraph. */
export function headAndLead(
  event: NewsEvent,
  agency: number,
  random: Random,
): { headline: string; lead: string } {
  const [headline, lead] = random.pick(VOICES[agency]?.[event.kind] ?? [['', '']]);
  return { headline: fill(headline, event), lead: fill(lead, event) };
}

/** One further paragraph of one to three sentences; another time it is another. */
export const detail = (event: NewsEvent, random: Random): string =>
  Array.from({ length: random.between(1, 3) }, () =>
    fill(random.pick(DETAILS), valuesOf(event, random)),
  ).join(' ');
