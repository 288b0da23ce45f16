/** What a dialect leaves unsaid: whose copy it is, and in whose time its day-time group is written when it names no zone. */
export type Agency7901 = { credit: string; zone?: string; language?: string };

type Known = Agency7901 & { mark: RegExp };

const AGENCIES: readonly Known[] = [
  {
    mark: /\bdpa\b|^(?:bdt|bsd|lth|lno|lsw|lby|rsd|lnw|lbg|lhe|lni|lrs|iw|ec)[a-z]?\d/i,
    credit: 'dpa',
    zone: 'Europe/Berlin',
  },
  { mark: /\bsid\b|^sid\d/i, credit: 'SID', zone: 'Europe/Berlin', language: 'de' },
  { mark: /\bapa\b|^apa\d/i, credit: 'APA', zone: 'Europe/Vienna', language: 'de' },
  { mark: /\bkeystone-(?:sda|ats)\b/i, credit: 'Keystone-SDA', zone: 'Europe/Zurich' },
  { mark: /\bsda\b|^(?:sda|bsd)\d/i, credit: 'sda', zone: 'Europe/Zurich', language: 'de' },
  { mark: /\bats\b|^ats\d/i, credit: 'ats', zone: 'Europe/Zurich', language: 'fr' },
  { mark: /\bafp\b|^(?:fra|afp|gbr|dea)\d/i, credit: 'AFP', zone: 'UTC' },
  { mark: /\bansa\b|^(?:ansa|sxa)\d/i, credit: 'ANSA', zone: 'Europe/Rome', language: 'it' },
  { mark: /\breuters?\b|^(?:rtr|reu)\d/i, credit: 'Reuters', zone: 'UTC' },
  { mark: /\bbelga\b|^(?:bel|blg)\d/i, credit: 'Belga', zone: 'Europe/Brussels' },
  {
    mark: /\b(?:pa media|press association|PA)\b|^pa[a-z]?\d/,
    credit: 'PA',
    zone: 'Europe/London',
    language: 'en',
  },
  { mark: /\befe\b|^efe\d/i, credit: 'EFE', zone: 'Europe/Madrid', language: 'es' },
  { mark: /\banp\b|^anp\d/i, credit: 'ANP', zone: 'Europe/Amsterdam', language: 'nl' },
  { mark: /\bntb\b|^ntb\d/i, credit: 'NTB', zone: 'Europe/Oslo', language: 'nb' },
  { mark: /\britzau\b|^(?:ritz|rb)\d/i, credit: 'Ritzau', zone: 'Europe/Copenhagen', language: 'da' },
  { mark: /\bTT\b|^tt[a-z]?\d/, credit: 'TT', zone: 'Europe/Stockholm', language: 'sv' },
  { mark: /\bstt\b|^stt\d/i, credit: 'STT', zone: 'Europe/Helsinki', language: 'fi' },
  { mark: /\blusa\b|^lusa\d/i, credit: 'Lusa', zone: 'Europe/Lisbon', language: 'pt' },
  { mark: /\bpap\b|^pap\d/i, credit: 'PAP', zone: 'Europe/Warsaw', language: 'pl' },
  { mark: /\bctk\b|\bčtk\b|^ctk\d/i, credit: 'ČTK', zone: 'Europe/Prague', language: 'cs' },
];

/** The agency that a header's service and remarks, or the credit of a dateline, name. */
export const agency7901 = (...words: readonly (string | undefined)[]): Agency7901 | undefined =>
  words
    .map((word) => (word === undefined ? undefined : AGENCIES.find(({ mark }) => mark.test(word))))
    .find((agency) => agency !== undefined);

const CATEGORIES: Readonly<Record<string, string>> = {
  i: 'international',
  a: 'domestic',
  p: 'politics',
  pl: 'politics',
  f: 'finance',
  e: 'economy',
  wi: 'economy',
  s: 'sport',
  sp: 'sport',
  ku: 'culture',
  vm: 'miscellaneous',
  rs: 'service to editors',
};

/** The name of a category letter, where agencies agree on what it means. */
export const category7901 = (code: string): string | undefined =>
  Object.hasOwn(CATEGORIES, code.toLowerCase()) ? CATEGORIES[code.toLowerCase()] : undefined;
