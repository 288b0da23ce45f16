import { compareParagraphs, type ParagraphChange, type WordRun } from '#document/compare.ts';
import type { RevisionChanges, RevisionKind } from '#features/articles/articles.ts';

/** The words of one state of a story that readers see. */
export type ReaderText = { headline: string; deck: string; paragraphs: string[] };

export type ClassifiedChange = {
  kind: Exclude<RevisionKind, 'first'> | 'none';
  changes: RevisionChanges;
  /** The replaced words of a correction, before and after, with a few words around them; the same swap of the same words once. */
  corrected: { before: string; after: string }[];
};

/** An editor's note that says of itself that it corrects; English, German, French, Spanish, Italian, Nordic, Korean. */
const SAYS_CORRECTION =
  /\b(?:correct(?:s|ed|ion|ing)?|berichtig\w*|korrigier\w*|korrektur|corrige\w*|rectifi\w*|corrección|correzione|rettific\w*|rättelse|rettelse|retting)\b|정정|바로잡/iu;
const SAYS_CLARIFICATION =
  /\b(?:clarif(?:y|ies|ied|ying|ication)|klarstell\w*|präzisier\w*|précis(?:e|ion)s?\b.{0,20}\b(?:sens|propos)|aclara\w*|chiari(?:sce|mento)\w*|förtydlig\w*|presiser\w*)\b|명확히/iu;
/** Of the whole, not of a sentence in it. */
const SAYS_RETRACTION =
  /\b(?:retract(?:s|ed|ion|ing)|withdr(?:aws|awn|awal) (?:of )?(?:this|the) (?:story|article|report)|zurückgezogen|rétract(?:e|é|ation)|retractación|ritratta\w*)\b|기사 ?취소|전문 ?취소/iu;

/** Two versions of a paragraph less alike than this are a rewrite, in which changed facts are news and not mending. */
const SAME_SENTENCE = 0.6;

/**
 * Tells an update from a correction by comparing the texts; what the sender claims is kept beside it, not believed.
 * A correction replaces a figure, a date, a name or words in quotation marks inside a paragraph that otherwise stands;
 * added and taken out paragraphs, and rewritten ones, are an update, and so is a figure that grows with the event (see `isDeveloping`).
 * What an editor's note says outright counts before that: that it corrects, clarifies or takes back. A clarification is of this text
 * only where no fact in it was replaced.
 */
export function classifyChange(before: ReaderText, after: ReaderText, edNote = ''): ClassifiedChange {
  const rows = [
    ...compareParagraphs([before.headline], [after.headline]),
    ...compareParagraphs([before.deck], [after.deck]),
    ...compareParagraphs(before.paragraphs, after.paragraphs),
  ];
  const count = (kind: ParagraphChange['kind']) => rows.filter((row) => row.kind === kind).length;
  const changes = {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    reasons: [] as string[],
  };
  if (changes.added + changes.removed + changes.changed === 0)
    return { kind: 'none', changes, corrected: [] };

  const swaps = new Map<string, { before: string; after: string }>();
  const reasons = new Set<string>();
  const developing = new Set<string>();
  for (const row of rows) {
    if (row.kind !== 'changed' || row.similarity < SAME_SENTENCE) continue;
    for (const swap of replacements(row.runs)) {
      const reason = factIn(swap, row.before);
      if (!reason) continue;
      if (reason === 'figures' && isDeveloping(swap, row, changes.added, edNote)) {
        developing.add('developing figures');
        continue;
      }
      reasons.add(reason);
      swaps.set(`${swap.removed.trim()}\0${swap.added.trim()}`, withContext(row.runs, swap));
    }
  }
  const kind = kindOf(reasons.size > 0, edNote);
  if (kind !== 'update' && KIND_NOTES[kind].test(edNote)) reasons.add('note');
  return {
    kind,
    changes: { ...changes, reasons: [...reasons, ...developing] },
    corrected: kind === 'correction' ? [...swaps.values()] : [],
  };
}

const KIND_NOTES = {
  retraction: SAYS_RETRACTION,
  correction: SAYS_CORRECTION,
  clarification: SAYS_CLARIFICATION,
} as const;

function kindOf(replacesFacts: boolean, edNote: string): Exclude<RevisionKind, 'first'> {
  if (SAYS_RETRACTION.test(edNote)) return 'retraction';
  if (replacesFacts || SAYS_CORRECTION.test(edNote)) return 'correction';
  return SAYS_CLARIFICATION.test(edNote) ? 'clarification' : 'update';
}

type Replacement = { at: number; removed: string; added: string };

/** Words that were replaced by others at the same place; words only added or only taken out replace nothing. */
function replacements(runs: WordRun[]): Replacement[] {
  const found: Replacement[] = [];
  for (let at = 0; at + 1 < runs.length; at++) {
    const [first, second] = [runs[at], runs[at + 1]];
    if (first?.kind === 'removed' && second?.kind === 'added') {
      found.push({ at, removed: first.text, added: second.text });
    }
  }
  return found;
}

const FIGURE = /\p{N}/u;
const NAME = /(?:^|\s)\p{Lu}[\p{L}'’-]+/u;
const DATE_WORD =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|[월화수목금토일]요일/iu;

/** What kind of fact a replacement touches, or undefined where it is a matter of wording. */
function factIn({ removed, added }: Replacement, paragraph: string): string | undefined {
  if (FIGURE.test(removed) && FIGURE.test(added)) return 'figures';
  if (DATE_WORD.test(removed) && DATE_WORD.test(added)) return 'dates';
  if (NAME.test(removed) && NAME.test(added) && !paragraph.trimStart().startsWith(removed.trimStart()))
    return 'names';
  if (quotedParts(paragraph).some((quote) => quote.includes(removed.trim()) && removed.trim() !== ''))
    return 'quotations';
  return undefined;
}

/** Words by which a text says that a figure is of this moment: "at least 12", "rises to 15", "so far". */
const SO_FAR =
  /\b(?:at least|so far|as many as|up to|more than|rises? to|rose to|risen to|climbs? to|climbed to|jumps? to|grows? to|grew to|now stands? at|stood at|death toll|toll|still missing|latest (?:count|figures|tally)|mindestens|bislang|bisher|steigt auf|stieg auf|au moins|bilan|al menos|hasta ahora|asciende a|almeno|finora|sale a|minst|så langt)\b|최소|적어도|현재까지|늘었|늘어/iu;
/** What is counted while something goes on; a score, a price or an age is not. */
const COUNTED =
  /\b(?:dead|deaths?|died|killed|injured|wounded|hurt|missing|trapped|evacuated|rescued|arrested|detained|cases|infected|infections|homes|houses|victims|casualties|passengers|people|tote|todesopfer|verletzte|vermisste|morts|blessés|disparus|muertos|heridos|desaparecidos|morti|feriti|dispersi)\b|사망|부상|실종|확진|이재민/iu;

/**
 * Whether a figure was not wrong but has grown: it is higher than before, of something that is counted while an event goes on, and either
 * the sentence says that it is of the moment or there is more news beside it. A note that says it corrects is believed.
 */
function isDeveloping(
  { removed, added }: Replacement,
  { before, after }: { before: string; after: string },
  addedParagraphs: number,
  edNote: string,
): boolean {
  if (SAYS_CORRECTION.test(edNote)) return false;
  const [from, to] = [figureIn(removed), figureIn(added)];
  if (from === undefined || to === undefined || to <= from) return false;
  if (!COUNTED.test(after)) return false;
  return SO_FAR.test(after) || SO_FAR.test(before) || addedParagraphs > 0;
}

/** The one number in these words; undefined where there are several, or one that is not a count. */
function figureIn(words: string): number | undefined {
  const found = words.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const [only = ''] = found;
  if (
    found.length !== 1 ||
    /^(?:19|20)\d\d$/.test(only) ||
    /\d\s*(?::|%|percent|per cent|am\b|pm\b)/i.test(words)
  )
    return undefined;
  const value = Number(only.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.'));
  return Number.isInteger(value) ? value : undefined;
}

const quotedParts = (text: string): string[] => text.match(/[“"][^“”"]{1,2000}[”"]/gu) ?? [];

/** A replacement with up to four words on either side, so that a reader can tell where it stands. */
function withContext(
  runs: WordRun[],
  { at, removed, added }: Replacement,
): { before: string; after: string } {
  const lead = lastWords(runs[at - 1]?.text ?? '', 4);
  const tail = firstWords(runs[at + 2]?.text ?? '', 4);
  return { before: quotable(`${lead}${removed}${tail}`), after: quotable(`${lead}${added}${tail}`) };
}

/** Words that can stand in quotation marks: half of a pair of marks inside would be read as the end. */
function quotable(words: string): string {
  const marks = words.match(/["“”]/gu)?.length ?? 0;
  return (marks % 2 === 0 ? words : words.replace(/["“”]/gu, '')).trim();
}

const lastWords = (text: string, count: number): string =>
  text
    .split(/(?<=\s)/u)
    .slice(-count)
    .join('');
const firstWords = (text: string, count: number): string =>
  text
    .split(/(?<=\s)/u)
    .slice(0, count)
    .join('');
