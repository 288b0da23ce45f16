import type { RecordEntity } from '../../record.ts';

/** An office by its parts: "U.S. Secretary of Defense" and "the American defense chief" are one. */
type Office = { rank: string | undefined; domain: string | undefined; country: string | undefined };

const RANKS: Record<string, string> = {
  chief: 'minister',
  minister: 'minister',
  secretary: 'minister',
  official: 'minister',
  diplomat: 'minister',
  premier: 'head',
  president: 'president',
  chancellor: 'chancellor',
  chairman: 'chair',
  chairwoman: 'chair',
  chair: 'chair',
  ambassador: 'ambassador',
  envoy: 'ambassador',
  governor: 'governor',
  mayor: 'mayor',
  pope: 'pope',
  pontiff: 'pope',
  king: 'king',
  monarch: 'king',
  queen: 'queen',
  prince: 'prince',
  senator: 'senator',
  director: 'director',
  coach: 'coach',
  ceo: 'ceo',
};
const DOMAINS: Record<string, string> = {
  defense: 'defence',
  defence: 'defence',
  foreign: 'foreign',
  state: 'foreign',
  diplomat: 'foreign',
  finance: 'finance',
  treasury: 'finance',
  interior: 'interior',
  justice: 'justice',
  attorney: 'justice',
  trade: 'trade',
  unification: 'unification',
  education: 'education',
  health: 'health',
  transport: 'transport',
  energy: 'energy',
  police: 'police',
  army: 'army',
  vice: 'vice',
  deputy: 'vice',
};

/** Country names and people by their country agree in how they begin: "South Korean", "S. Korea"; "U.S." is "American". */
function countryIn(words: readonly string[]): string | undefined {
  const text = words.join(' ');
  if (/\b(u\.s\.|us|american|united states)/.test(text)) return 'us';
  if (/\b(uk|u\.k\.|british|britain|united kingdom)/.test(text)) return 'uk';
  const side = words.find((word) => /^(south|s|north|n)$/.test(word))?.charAt(0) ?? '';
  const name = words.find(
    (word) =>
      word.length > 3 &&
      !RANKS[word] &&
      !DOMAINS[word] &&
      !/^(south|north|prime|with|counterpart)$/.test(word) &&
      COUNTRY.test(word),
  );
  return name && side + name.slice(0, 3);
}
const COUNTRY =
  /(?:an|ese|ish|ia|ch|na|ea|pan|ance|any|ain|key|aq|ran|el|pt|land|il|ico|ada|i|uba|am|os|istan|us|seoul|tokyo|beijing|moscow)$/;

function officeIn(description: string): Office {
  const words = description
    .toLowerCase()
    .split(/[\s.,]+(?=\S)/u)
    .map((word) => word.replace(/[.,]$/, ''));
  const prime = words.includes('prime');
  const rank = prime ? 'head' : words.map((word) => RANKS[word]).find(Boolean);
  return {
    rank,
    domain: words.map((word) => DOMAINS[word]).find(Boolean),
    country: countryIn(description.toLowerCase().split(/\s+/)),
  };
}

/** Who in a text holds an office described in other words; `undefined` where none or more than one fits. */
export type Holders = {
  find: (description: string) => string | undefined;
  /** "his South Korean counterpart": the holder of the same kind of office as `name` in the country described. */
  counterpart: (description: string, name: string) => string | undefined;
};

const agree = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;

export function knowHolders(entities: readonly RecordEntity[]): Holders {
  const offices = new Map<string, Office>();
  for (const { type, role, name } of entities)
    if (type === 'PER' && role && !offices.has(name)) offices.set(name, officeIn(role));
  const only = (fits: (office: Office, name: string) => boolean): string | undefined => {
    let found: string | undefined;
    for (const [name, office] of offices) {
      if (!fits(office, name)) continue;
      if (found !== undefined) return undefined;
      found = name;
    }
    return found;
  };
  return {
    find: (description) => {
      const asked = officeIn(description);
      if (!asked.rank) return undefined;
      return only(
        (office) =>
          office.rank === asked.rank &&
          office.domain === asked.domain &&
          agree(office.country, asked.country),
      );
    },
    counterpart: (description, name) => {
      const own = offices.get(name);
      const country = countryIn(description.toLowerCase().split(/\s+/));
      if (!own?.rank) return undefined;
      return only(
        (office, other) =>
          other !== name &&
          office.rank === own.rank &&
          office.domain === own.domain &&
          agree(office.country, country) &&
          office.country !== own.country,
      );
    },
  };
}
