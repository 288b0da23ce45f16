import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words that both texts have, or that only the earlier or the later one has. */
export type WordRun = { kind: 'same' | 'removed' | 'added'; text: string };

/** One paragraph of two texts laid side by side. */
export type ParagraphChange =
  | { kind: 'same'; text: string }
  | { kind: 'added'; text: string }
  | { kind: 'removed'; text: string }
  | { kind: 'changed'; before: string; after: string; runs: WordRun[]; similarity: number };

/** Beyond this many edits two texts are told as one that was taken out and one that was put in: the search grows with edits × length. */
const MAX_EDITS = 2000;
/** Share of the letters that two paragraphs must have in common to be versions of one another. */
const SAME_PARAGRAPH = 0.5;

/** The difference between two strings by words; space and punctuation stay with the run they stand in. */
export function compareWords(before: string, after: string): WordRun[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS });
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** How much of two strings is the same run of words, from 0 to 1. */
function similarityOf(runs: WordRun[], before: string, after: string): number {
  const same = runs.reduce((sum, run) => sum + (run.kind === 'same' ? run.text.length : 0), 0);
  const longest = Math.max(before.length, after.length);
  return longest === 0 ? 1 : same / longest;
}

/** Pairs paragraphs that were taken out with those put in at the same place, in order, where they are versions of one another. */
function pairChanged(removed: string[], added: string[]): ParagraphChange[] {
  const rows: ParagraphChange[] = [];
  let from = 0;
  for (const before of removed) {
    let partner = -1;
    let found: { runs: WordRun[]; similarity: number } | undefined;
    for (let index = from; index < Math.min(added.length, from + 6); index++) {
      const after = added[index] ?? '';
      const runs = compareWords(before, after);
      const similarity = similarityOf(runs, before, after);
      if (similarity >= SAME_PARAGRAPH && similarity > (found?.similarity ?? 0)) {
        partner = index;
        found = { runs, similarity };
      }
    }
    if (!found) {
      rows.push({ kind: 'removed', text: before });
      continue;
    }
    for (const text of added.slice(from, partner)) rows.push({ kind: 'added', text });
    rows.push({ kind: 'changed', before, after: added[partner] ?? '', ...found });
    from = partner + 1;
  }
  for (const text of added.slice(from)) rows.push({ kind: 'added', text });
  return rows;
}

/** Two texts as lists of paragraphs, laid side by side in the order of the later one. */
export function compareParagraphs(before: string[], after: string[]): ParagraphChange[] {
  const changes = diffArrays(before, after, { maxEditLength: MAX_EDITS }) ?? [
    { removed: true, added: false, value: before, count: before.length },
    { removed: false, added: true, value: after, count: after.length },
  ];
  const rows: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    rows.push(...pairChanged(removed, added));
    removed = [];
    added = [];
  };
  for (const change of changes) {
    if (change.removed) removed = change.value;
    else if (change.added) added = change.value;
    else {
      flush();
      rows.push(...change.value.map((text): ParagraphChange => ({ kind: 'same', text })));
    }
  }
  flush();
  return rows;
}
