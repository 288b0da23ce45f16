/** What the words that desks set over their copy say about it. */
export type SenderMarks = {
  /** IPTC signal codes (`sig:correction`), then the words as they stood. */
  signals: string[];
  /** Not to be used, or not any more. */
  killed: boolean;
  /** The whole message speaks to editors. */
  forEditors: boolean;
};

const KILL =
  /^(?:(?:mandatory|bulletin|urgent)?\s?kill(?:ed)?\b|withdraw[an]l?|withdrawn|elimination|retraction\b|zurückgezogen|zurueckgezogen|rückzug|rueckzug|annullier|annulation|annulé|annule\b|annullamento|annullare|anulaci[oó]n|anulad|supprim|bitte nicht verwenden|do not use|spärrad|makulera|trekkes|tilbagekald|intrekking|ingetrokken)/iu;
const CORRECTION =
  /^(?:corr(?:ection|ected|ects?|ective|\.|$|\b)|korr(?:ektur|igiert|igierte|\.|:|$)|bericht?igung|berichtigt|refile|rectif|rettifica|correzione|errata|correcci[oó]n|corrige|correctie|rättelse|rettelse|korrigering|oikaisu|sostituzione|substitut)/iu;
const UPDATE =
  /^(?:(?:\d+\s?(?:st|nd|rd|th|\.)?|first|second|third)?\s?-?(?:lead|ld|ldd?-writethru|ld-writethru|writethru|add|update|sub)\b|(?:new |neu)(?:series|e fassung|fassung)?\b|update \d*|upd\b|zusammenfassung|überblick|round-?up|wrap-?up|wrapup|extra\b|ergänz|aktualisier|actualis|actualiz|aggiorna|papier d'ensemble|lead général|synth[eè]se|neu:|mise à jour|re-?cast|recaps?)/iu;
const FLASH =
  /^(?:\+{2,3}\s?)?(?:eilmeldung|eil\b|blitz|flash|alerte?\b|urgent\b|bulletin\b|snap\b|priorit[aá]|breaking|newsalert|ultimora|flashbulletin)/iu;
const FOR_EDITORS =
  /^(?:advisor(?:y|ies)|achtung(?:,? redaktionen)?$|attention editors?|note to editors|editors?[:']|tagesvorschau|vorschau\b|news ?diary|news ?schedule|planungs?\b|terminvorschau|avis aux|pr[eé]visions?$|agenda des|aviso a los|avviso|impressum|budget$|digest$|test ?message|testmeldung)/iu;

/** Whether a headline itself says that the message is for editors. */
export const isForEditors = (headline: string): boolean =>
  /^(?:advisory\b|achtung,? redaktion|attention editors?|note to editors|tagesvorschau|testmeldung|test ?message)/iu.test(
    headline.trim(),
  );

/** Reads the marks of one message: words such as "1ST LEAD", "(KORREKTUR - Zahl im 2. Absatz)", "Eilmeldung", "KILL". */
export function readMarks(marks: readonly string[]): SenderMarks {
  const found: SenderMarks = { signals: [], killed: false, forEditors: false };
  const codes = new Set<string>();
  for (const mark of marks) {
    const words = bareMark(mark);
    if (KILL.test(words)) found.killed = true;
    if (CORRECTION.test(words)) codes.add('sig:correction');
    else if (UPDATE.test(words)) codes.add('sig:update');
    else if (FLASH.test(words)) codes.add('sig:flash');
    if (FOR_EDITORS.test(words)) found.forEditors = true;
  }
  found.signals = [
    ...codes,
    ...marks.map((mark) => mark.trim()).filter((mark) => mark !== '' && mark.length <= 80),
  ];
  return found;
}

/**
 * Whether a line over the copy is such a mark and no headline: it stands in brackets, or is made of nothing but marks
 * ("1ST LEAD - CORRECTION"); "Kill Bill returns" is none.
 */
export function isMark(line: string): boolean {
  const words = bareMark(line);
  if (words === '' || words.length > 200) return false;
  if (/^[([].{1,196}[)\]]$/s.test(line.trim())) return true;
  return words.split(/\s*[-–—/,]\s*/).every((piece) => MARKS.some((mark) => isWhole(mark, piece)));
}

const MARKS = [KILL, CORRECTION, UPDATE, FLASH, FOR_EDITORS];

/** Nothing is left beside the mark but a number or a time: "Zusammenfassung 1730". */
const isWhole = (mark: RegExp, piece: string): boolean => {
  const found = mark.exec(piece);
  return found !== null && /^\p{Ll}{0,4}[\s\d.:]*$/u.test(piece.slice(found[0].length).toLowerCase());
};

const bareMark = (mark: string): string =>
  mark
    .trim()
    .replace(/^[-–—+*/([\s]{1,8}/u, '')
    .replace(/[-–—+*/)\]\s:=]{1,8}$/u, '')
    .slice(0, 200);
