/** Languages in whose month names dates are read; where two disagree on a word, the earlier stands. */
const LANGUAGES =
  'en de fr es it pt nl sv da nb nn fi et lv lt pl cs sk hu ro bg ru uk be hr sr sl mk bs el tr id ms ca eu gl ga cy is sq vi af hy ka az kk he ar fa hi bn ta te th ko ja zh fil'.split(
    ' ',
  );

const EXTRA: Readonly<Record<string, number>> = {
  sept: 9,
  jänner: 1,
  feber: 2,
  mrz: 3,
  maerz: 3,
  juli: 7,
  ιούν: 6,
  ιουν: 6,
  μαϊ: 5,
  αυγ: 8,
};

const byLanguage = new Map<string, Map<string, number>>();
let everywhere: Map<string, number> | undefined;

const wordKey = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[.\u200e\u200f]/g, '');

function monthsOf(language: string): Map<string, number> {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const months = new Map<string, number>();
  for (const options of [
    { month: 'long' },
    { month: 'short' },
    { day: 'numeric', month: 'long' },
    { day: 'numeric', month: 'short' },
  ] as const) {
    const format = new Intl.DateTimeFormat(language, {
      ...options,
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    for (let month = 0; month < 12; month += 1) {
      const part =
        format.formatToParts(Date.UTC(2023, month, 15)).find((one) => one.type === 'month')?.value ?? '';
      const key = wordKey(part);
      if (!/\d/.test(key) && key.length > 1 && !months.has(key)) months.set(key, month + 1);
    }
  }
  byLanguage.set(language, months);
  return months;
}

function allMonths(): Map<string, number> {
  if (everywhere !== undefined) return everywhere;
  const months = new Map(Object.entries(EXTRA));
  for (const language of LANGUAGES) {
    for (const [word, month] of monthsOf(language)) if (!months.has(word)) months.set(word, month);
  }
  everywhere = months;
  return months;
}

/** The month (1–12) that a word names, in `language` first and then in any language that is read. */
export function monthOf(word: string, language?: string): number | undefined {
  const key = wordKey(word);
  const primary = language?.split(/[-_]/)[0]?.toLowerCase();
  const english = monthsOf('en').get(key);
  if (primary === undefined || primary === 'en') return english ?? allMonths().get(key);
  const own = LANGUAGES.includes(primary) ? monthsOf(primary).get(key) : undefined;
  return own ?? english ?? allMonths().get(key);
}

/**
 * The month that a word is cut from, shorter than its language's own short form: "Septem", "верес"; only where one
 * month alone begins so.
 */
export function cutMonthOf(text: string): number | undefined {
  const key = wordKey(text);
  if (key.length < 3) return undefined;
  let found: number | undefined;
  for (const [word, month] of allMonths()) {
    if (!word.startsWith(key)) continue;
    if (found !== undefined && found !== month) return undefined;
    found = month;
  }
  return found;
}

/** Offsets in minutes east of Greenwich of the names that feeds use. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  ist: 330,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  sast: 120,
  gst: 240,
  pkt: 300,
  ict: 420,
  wib: 420,
  hkt: 480,
  sgt: 480,
  pht: 480,
  awst: 480,
  kst: 540,
  jst: 540,
  acst: 570,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  nst: -210,
  ndt: -150,
  ast: -240,
  at: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  brt: -180,
  art: -180,
  a: 60,
  b: 120,
  c: 180,
  d: 240,
  e: 300,
  f: 360,
  g: 420,
  h: 480,
  i: 540,
  k: 600,
  l: 660,
  m: 720,
  n: -60,
  o: -120,
  p: -180,
  q: -240,
  r: -300,
  s: -360,
  t: -420,
  u: -480,
  v: -540,
  w: -600,
  x: -660,
  y: -720,
};

export const zoneOf = (word: string): number | undefined => {
  const key = word.toLowerCase();
  return Object.hasOwn(ZONES, key) ? ZONES[key] : undefined;
};
