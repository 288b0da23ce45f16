/** A heading or sentence in a teleprinter's copy after which everything is for editors. */
const SECTION =
  /^[#*=\s-]{0,12}(?:notebook|notizblock|redaktionelle (?:hinweise|anmerkungen)|hinweise? (?:an|für) die redaktion(?:en)?|note to editors|notes? (?:to|for) editors|editorial (?:contacts|notes?)|editors'? notes?|service für redaktionen|ansprechpartner|dpa-kontakte|achtung redaktionen|note aux? rédactions?|nota a los editores|nota per le redazioni|redaktioneller hinweis)[#*=\s:-]{0,12}$/iu;
const NOT_FOR_READERS =
  /(?:following information is not (?:intended )?for publication|folgenden informationen sind nicht (?:zur|für die) veröffentlichung|nicht zur veröffentlichung bestimmt|informations? (?:suivantes )?ne sont pas destinées? à (?:la )?publication|not for publication:)/iu;

/** A single line that speaks to editors, wherever it stands. */
const NOTE_LINE =
  /^[\s([*/-]{0,6}(?:achtung\b[,:]|\(achtung\)|attention (?:editors|redaktion|rédaction)|eds\b\s?[.:]|editors\b[:,]|editors' note|note to editors|advisory\b[:,]|\/advisory|\(?(?:wiederholung|berichtigung|korrektur|neu|ergänzt|aktualisiert|corrects|refiles|repeats|updates|adds|recasts|rectifie|corrige)\b[^()]{0,160}\)?\s*$|\(?(?:mehr|folgt|more|forts\.?|fortsetzung|suite|segue|seguirá)\b[^.]{0,30}\)?\s*$|bild(?:er)?\s?(?:verfügbar|bei)|foto[s]? (?:verfügbar|bei|in)|web\s{2,}http|internet\s?:)/iu;

/** The marks that close a take: "(Schluss) ab/cd", "-0-", "REUTERS", "MORE", "dpa ab xx yy", "APA0410 2015-03-04/13:01". */
const CLOSING =
  /^[\s(-]{0,4}(?:\(?(?:schluss|fine|more|end)\)?(?:\s+\w{1,4}(?:\/\w{1,4}){0,4})?|-0-|END[ES]?|FIN|NNNN|folgt\b.{0,20}|(?:dpa|sid|apa|sda|ats|afp|ansa|bur|rtr|reuters|belga|pa|efe|lusa|ntb|tt)(?:[ /-][a-z0-9]{1,4}){0,8}|[a-z]{2,4}(?:[/-][a-z]{2,4}){1,6}|[A-Z]{2,6}\d{3,5}\s+\d{4}-\d{2}-\d{2}\/\d{2}:\d{2}|\+{3,}|=+)[\s)-]{0,4}$/iu;

/** Takes what speaks to editors out of the lines of a take; blank lines stay, so that paragraphs do. */
export function takeLineNotes(lines: readonly string[]): { body: string[]; notes: string[] } {
  const body: string[] = [];
  const notes: string[] = [];
  let rest = false;
  for (const line of lines) {
    const text = line.trim();
    if (!rest && (SECTION.test(text) || NOT_FOR_READERS.test(text))) rest = true;
    // A rule of stars stands before what is for editors.
    if (rest || (text.length < 220 && NOTE_LINE.test(text))) notes.push(text);
    else body.push(line);
  }
  dropClosing(body, notes);
  return { body, notes: notes.filter((note) => note !== '' && !/^[#*=\s-]+$/.test(note)) };
}

function dropClosing(body: string[], notes: string[]): void {
  for (let last = body.at(-1)?.trim(); last !== undefined; last = body.at(-1)?.trim()) {
    const rule = /^[*=_\s-]{3,}$/.test(last);
    if (last !== '' && !rule && !(last.length < 60 && CLOSING.test(last))) break;
    body.pop();
    if (last !== '' && !rule && /\p{L}/u.test(last)) notes.push(last);
  }
}
