/** What the marks that agencies put on copy for desks say of its place in a chain. */
export type ChainMark = {
  /** Whether anything says that this is one of several takes. */
  marked: boolean;
  /**
   * Flashes are below 0, copy without a number is 0, "(LEAD)" and "UPDATE 1-" are 10, "(2nd LD)" is 20; summaries of a day come after
   * all of those, from 500. A corrected take comes right after the one that it corrects.
   */
  generation: number;
  /** The line without its marks; the whole line where nothing else is in it. */
  plain: string;
};

const FLASH = -100;
const SUMMARY = 500;
const STEP = 10;

type Rule = { pattern: RegExp; generation: (number: number) => number };

const none = () => 0;
const flash = () => FLASH;
const numbered = (number: number) => STEP * Math.min(Math.max(number, 1), 40);
const summary = (number: number) =>
  SUMMARY +
  (number > 99 ? Math.trunc(((Math.trunc(number / 100) % 24) * 60 + (number % 100)) / 10) : number * STEP);

const ORDINAL = String.raw`(?:(\d{1,2})\s*(?:st|nd|rd|th|\.|º|°)?\s*)?`;
const END = String.raw`(?=$|[\s\])/,;:.–—-])`;
const CLOSE = String.raw`\s*[\])/]?\s*(?:\/{2,3}|[:–—-]+|\.-)?\s*`;
const OPEN = String.raw`^\s*(?:\/{2,3}\s*)?[[(/]?\s*`;

/** A mark at the head of a line; the words of one language or agency a line. */
const atHead = (words: string, generation: Rule['generation'], flags = 'iu'): Rule => ({
  pattern: new RegExp(`${OPEN}${words}${CLOSE}`, flags),
  generation,
});
/** Marks that are common words too count only in brackets or in front of a colon or dash. */
const setOff = (words: string, generation: Rule['generation']): Rule => ({
  pattern: new RegExp(
    String.raw`^\s*(?:[[(]\s*${words}\s*[\])]\s*[:–—-]*|${words}\s*(?::|\s[–—-]|-(?=\s|\p{Lu})|\.-|\/(?=\s|\p{Lu})))\s*`,
    'iu',
  ),
  generation,
});

const HEAD: Rule[] = [
  { pattern: /^\s*\+{2,}\s*/u, generation: none },
  // AFP says what is new before the headline: "ATTENTION - ADDS quotes /// …".
  { pattern: /^\s*attention\s*[–—-][^/]{0,80}\/{3}\s*/iu, generation: none },
  // The English ones: AP, Reuters, Yonhap, Kyodo, PA.
  atHead(String.raw`${ORDINAL}(?:ld|lead)[\s-]*writethru${END}`, numbered),
  atHead(`${ORDINAL}writethru${END}`, numbered),
  {
    pattern: new RegExp(String.raw`^\s*[[(]\s*${ORDINAL}(?:lead|ld)\s*[\])]\s*[:–—-]*\s*`, 'iu'),
    generation: numbered,
  },
  {
    pattern: new RegExp(String.raw`^\s*(\d{1,2})\s*(?:st|nd|rd|th)\s+(?:lead|ld)${END}\s*[:–—-]*\s*`, 'iu'),
    generation: numbered,
  },
  { pattern: /^\s*(?:lead|ld)\s*(\d{1,2})?\s*(?::|\s[–—-]\s)\s*/iu, generation: numbered },
  {
    pattern:
      /^\s*[[(]?\s*(?:update|actualización|actualisation|aggiornamento)\s*(\d{1,2})\s*[\])]?\s*(?:[:–—-]+|\.-)?\s*/iu,
    generation: numbered,
  },
  setOff(
    '(?:updated?|actualización|actualisation|actualizado|aggiornamento|aktualisiert|aktualisierung)',
    none,
  ),
  {
    pattern:
      /^\s*[[(]?\s*(?:wrap-?up|gesamt-?roundup|roundup|round-up)\s*(\d{1,2})?\s*[\])]?\s*(?:[:–—/-]+)\s*/iu,
    generation: summary,
  },
  setOff('(?:roundup|round-up|wrap-?up)', summary),
  setOff(
    String.raw`(?:\d-)?(?:urgent|flash|(?:news)?alert|bulletin|breaking(?:\s+news)?|newsbreak|snap|avance|urgente|alerte|eilmeldung|eil|hast|haster)`,
    flash,
  ),
  { pattern: /^\s*(?:eil|eilmeldung|urgent|flash)\s*\+{2,}\s*/iu, generation: flash },
  setOff(
    '(?:recasts?|refile(?:d|s)?|repeats?|rpt|adds|new|edited|attention|attn|correct(?:ed|s|ion)|clarif(?:ies|ied|ication)|kill)',
    none,
  ),
  { pattern: /^\s*attention\s*[–—-]\s*/iu, generation: none },
  { pattern: /^\s*(?:corrected|refile|recasts?)\s*[–—-]\s*/iu, generation: none },
  // German, French, Spanish, Italian, Nordic.
  {
    pattern: /^\s*[[(]\s*(?:(?:\d{1,2})\.?\s*)?zusammenfassung\s*(\d{1,4})?[^)\]]{0,40}[\])]\s*/iu,
    generation: summary,
  },
  {
    pattern:
      /^\s*(?:(\d{1,2})\.?\s*)?(?:zusammenfassung|synthèse|synthese|riepilogo|resumen)\s*(?:[:–—-]|\.-)\s*/iu,
    generation: summary,
  },
  {
    pattern: /^\s*[[(]\s*(?:riepilogo|synthèse|synthese|resumen)\s*(\d{1,2})?\s*[\])]\s*/iu,
    generation: summary,
  },
  {
    pattern: /^\s*[[(]\s*(?:neu|korr(?:ektur)?|berichtigung|erneut|ergänzt)\b[^)\]]{0,80}[\])]\s*/iu,
    generation: none,
  },
  setOff(
    String.raw`(?:neu|korr(?:ektur)?|berichtigung|rectificatif|rettifica|corrección|corrigé|ampliación|ampl\.?)`,
    none,
  ),
  { pattern: /^\s*amp(?:l|liación)?\s*(\d{1,2})?\s*\.?\s*-\s*/iu, generation: numbered },
  // Korean: first and second report, then the whole.
  { pattern: /^\s*[[(<]\s*(?:속보|긴급)\s*[\])>]\s*/u, generation: flash },
  {
    pattern: /^\s*[[(<]\s*(\d{1,2})보\s*[\])>]\s*/u,
    generation: (number) => FLASH + STEP * Math.min(number, 8),
  },
  { pattern: /^\s*[[(<]\s*종합\s*(\d{1,2})?보?\s*[\])>]\s*/u, generation: numbered },
  { pattern: /^\s*[[(<]\s*(?:고침|수정|정정)\s*[\])>]\s*/u, generation: none },
];

const TAIL: Rule[] = [
  {
    pattern:
      /[\s,;–—-]*[[(]?\s*\b(\d{1,2})(?:st|nd|rd|th)\s+(?:(?:ld|lead)(?:[\s-]*writethru)?|writethru)\s*[\])]?\s*$/iu,
    generation: numbered,
  },
  { pattern: /[\s,;–—-]+\(?(?:ld[\s-]writethru|writethru)\)?\s*$/iu, generation: numbered },
  { pattern: /\s*[[(]\s*(?:update|lead|ld)\s*(\d{1,2})\b[^)\]]{0,40}[\])]\s*$/iu, generation: numbered },
  { pattern: /\s*[[(]\s*(?:lead|ld)\s*[\])]\s*$/iu, generation: numbered },
  { pattern: /\s*[[(]\s*updated?\s*[\])]\s*$/iu, generation: none },
  { pattern: /\s*[[(]\s*zusammenfassung\s*(\d{1,4})?[^)\]]{0,40}[\])]\s*$/iu, generation: summary },
  { pattern: /\s*[[(]\s*(?:종합)\s*(\d{1,2})?보?\s*[\])]\s*$/u, generation: numbered },
  {
    pattern: /\s*[[(]\s*(?:recasts?|adds|new|neu|corrected|refile)\b[^)\]]{0,80}[\])]\s*$/iu,
    generation: none,
  },
  { pattern: /\s*(?:\/{2,3}|\++)\s*$/u, generation: none },
];

const SIGNS_ONLY = /^[\s+/]*$/u;
const CORRECTS = /\b(?:correct|refile|korr|rectif|rettif|corrig)|고침|정정/iu;
const MOST_MARKS = 4;

/** Reads the marks at the head and the tail of a headline or slug line. */
export function readChainMark(line: string): ChainMark {
  let plain = line;
  let marked = false;
  let corrected = false;
  let generation: number | undefined;
  for (let round = 0; round < MOST_MARKS; round++) {
    const found = firstMark(plain);
    if (!found) break;
    plain = found.rest;
    if (SIGNS_ONLY.test(found.mark)) continue;
    marked = true;
    corrected ||= CORRECTS.test(found.mark);
    // "UPDATE 2-URGENT": the number is what tells its place.
    if (found.generation !== 0) generation = Math.max(generation ?? FLASH, found.generation);
  }
  const place = generation ?? 0;
  return {
    marked,
    generation: corrected && place > 0 ? place + 1 : place,
    plain: plain === '' ? line : plain,
  };
}

function firstMark(line: string): { mark: string; rest: string; generation: number } | undefined {
  for (const { pattern, generation } of HEAD) {
    const match = pattern.exec(line);
    if (!match || match[0] === '') continue;
    return { mark: match[0], rest: line.slice(match[0].length), generation: generation(numberIn(match)) };
  }
  for (const { pattern, generation } of TAIL) {
    const match = pattern.exec(line);
    if (!match || match[0] === '') continue;
    return { mark: match[0], rest: line.slice(0, match.index), generation: generation(numberIn(match)) };
  }
  return undefined;
}

const numberIn = (match: RegExpExecArray): number => Number(match.slice(1).find(Boolean) ?? 1);
