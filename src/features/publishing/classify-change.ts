import { compareParagraphs, type ParagraphChange, type WordRun } from '#document/compare.ts';
import type { RevisionChanges, RevisionKind } from '#features/articles/articles.ts';

/** The words of one state of a story that readers see. */
export type ReaderText = { headline: string; deck: string; paragraphs: string[] };

export type ClassifiedChange = {
  kind: Extract<RevisionKind, 'update' | 'correction'> | 'none';
  changes: RevisionChanges;
  /** The replaced words of a correction, before and after, with a few words around them; the same swap of the same words once. */
  corrected: { before: string; after: string }[];
};

/** An editor's note that says of itself that it corrects; English, German, French, Spanish, Italian, Korean. */
const SAYS_CORRECTION =
  /\b(?:correct(?:s|ed|ion|ing)?|berichtig\w*|korrigier\w*|korrektur|corrige\w*|rectifi\w*|corrección|correzione)\b|정정|바로잡/iu;

/** Two versions of a paragraph less alike than this are a rewrite, in which changed facts are news and not mending. */
const SAME_SENTENCE = 0.6;

/**
 * Tells an update from a correction by comparing the texts; what the sender claims is kept beside it, not believed.
 * A correction replaces a figure, a date, a name or words in quotation marks inside a paragraph that otherwise stands;
 * added and taken out paragraphs, and rewritten ones, are an update.
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
  for (const row of rows) {
    if (row.kind !== 'changed' || row.similarity < SAME_SENTENCE) continue;
    for (const swap of replacements(row.runs)) {
      const reason = factIn(swap, row.before);
      if (!reason) continue;
      reasons.add(reason);
      swaps.set(`${swap.removed.trim()}\0${swap.added.trim()}`, withContext(row.runs, swap));
    }
  }
  if (SAYS_CORRECTION.test(edNote)) reasons.add('note');
  const kind = reasons.size > 0 ? 'correction' : 'update';
  return { kind, changes: { ...changes, reasons: [...reasons] }, corrected: [...swaps.values()] };
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
