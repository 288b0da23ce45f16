import { withoutSign } from './iptc7901-dateline.ts';

/** A heading or sentence in a teleprinter's copy after which everything is for editors. */
const SECTION =
  /^[#*=\s-]{0,12}(?:notebook|notizblock|redaktionelle (?:hinweise|anmerkungen)|hinweise? (?:an|für) die redaktion(?:en)?|note to editors|notes? (?:to|for) editors|editorial (?:contacts|notes?)|editors'? notes?|service für redaktionen|ansprechpartner|dpa-kontakte|achtung redaktionen|note aux? rédactions?|nota a los editores|nota per le redazioni|redaktioneller hinweis)[#*=\s:-]{0,12}$/iu;
const NOT_FOR_READERS =
  /(?:following information is not (?:intended )?for publication|folgenden informationen sind nicht (?:zur|für die) veröffentlichung|nicht zur veröffentlichung bestimmt|informations? (?:suivantes )?ne sont pas destinées? à (?:la )?publication|not for publication:)/iu;

/** The beginning of a paragraph that speaks to editors, wherever it stands. */
const NOTE_START =
  /^[\s([*/-]{0,6}(?:achtung\s?[:!)]|achtung,? redaktion|attention (?:editors|rédaction)|eds\b\s?[.:]|(?:editors|EDITORS)\s?:|editors' note\s?:|note to editors|advisory\s?:|\/advisory|bild(?:er)? verfügbar|fotos? verfügbar|web\s{2,}http|internet\s?:)/iu;
/** A line in brackets about this version or the next take; it may be all that a paragraph holds, or stand before it. */
const NOTE_LINE =
  /^[\s*]{0,4}(?:[([](?:wiederholung|berichtigung|korrektur|neu|ergänzt|aktualisiert|achtung|corrects|refiles|repeats|updates|adds|recasts|rectifie|corrige|mehr|folgt|more|forts\.?|fortsetzung|suite|segue|seguirá)\b[^()]{0,200}[)\]]|(?:mehr folgt|folgt mehr|more to come|more follows|à suivre|segue|seguirá|MORE))[.\s=]*$/iu;

/** The marks that close a take: "(Schluss) ab/cd", "-0-", "REUTERS", "MORE", "dpa ab xx yy", "APA0410 2015-03-04/13:01". */
const CLOSING =
  /^[\s(-]{0,4}(?:\(?(?:schluss|fine|more|end)\)?(?:\s+\w{1,4}(?:\/\w{1,4}){0,4})?|-0-|END[ES]?|FIN|NNNN|folgt\b.{0,20}|(?:dpa|sid|apa|sda|ats|afp|ansa|bur|rtr|reuters|belga|pa|efe|lusa|ntb|tt)(?:[ /-][a-z0-9]{1,4}){0,8}|[a-z]{2,4}(?:[/-][a-z]{2,4}){1,6}|\(SDA-ATS\\[\w/]{1,20}|\d{2}-[A-Z]{3}-\d{2}\s\d{2}:\d{2}(?:\s+NNNN)?|[A-Z]{2,6}\d{3,5}\s+\d{4}-\d{2}-\d{2}\/\d{2}:\d{2}|\+{3,}|=+)[\s)-]{0,4}$/iu;

/** Takes what speaks to editors out of the lines of a take; blank lines stay, so that paragraphs do. */
export function takeLineNotes(lines: readonly string[]): { body: string[]; notes: string[] } {
  const body: string[] = [];
  const notes: string[] = [];
  let rest = false;
  for (const paragraph of paragraphsOf(lines)) {
    const text = paragraph.join(' ').trim();
    const isNote = NOTE_START.test(text) || (text.length < 260 && NOTE_LINE.test(text));
    for (const line of paragraph) {
      // A heading may stand at the end of a paragraph, and what follows is for editors to the end.
      if (!rest && (SECTION.test(line.trim()) || NOT_FOR_READERS.test(line))) rest = true;
      if (rest || (isNote && text !== '') || NOTE_LINE.test(line)) notes.push(line.trim());
      else body.push(line);
    }
  }
  dropClosing(body, notes);
  const last = body.pop();
  if (last !== undefined) body.push(withoutSign(last));
  return { body, notes: notes.filter((note) => note !== '' && !/^[#*=\s-]+$/.test(note)) };
}

/** Lines that belong together; a blank one is a paragraph by itself, an indented one begins the next. */
function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1] ?? '';
    const begins =
      NOTE_START.test(line) || line.trim() === '' || before.trim() === '' || /^(?:\s{2,}|\t)\S/.test(line);
    if (begins || paragraphs.length === 0) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

function dropClosing(body: string[], notes: string[]): void {
  for (let last = body.at(-1)?.trim(); last !== undefined; last = body.at(-1)?.trim()) {
    const rule = /^[*=_\s-]{3,}$/.test(last);
    if (last !== '' && !rule && !(last.length < 60 && CLOSING.test(last))) break;
    body.pop();
    if (last !== '' && !rule && /\p{L}/u.test(last)) notes.push(last);
  }
}
