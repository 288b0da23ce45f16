/** Hangul as its letters (자모), so that one wrong letter in a syllable is a small difference; all else as it is. */
const toLetters = (word: string): string => word.normalize('NFD');

/**
 * The runs of three letters of a word, with its beginning and end counted as letters, as PostgreSQL's pg_trgm has them.
 * Each once.
 */
export function trigramsOf(word: string): string[] {
  const letters = [...`  ${toLetters(word)} `];
  const found = new Set<string>();
  for (let index = 0; index + 3 <= letters.length; index += 1)
    found.add(letters.slice(index, index + 3).join(''));
  return [...found];
}

/**
 * In how many letters two words differ: one put in, left out, replaced, or changed for its neighbour (Damerau 1964,
 * optimal string alignment).
 */
export function lettersApart(one: string, other: string): number {
  const from = [...toLetters(one)];
  const to = [...toLetters(other)];
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (const [index, letter] of from.entries()) {
    const above = rows[index] ?? [];
    const row = [index + 1];
    for (const [column, wanted] of to.entries()) {
      const replaced = (above[column] ?? 0) + (letter === wanted ? 0 : 1);
      let best = Math.min(replaced, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1);
      if (letter === to[column - 1] && wanted === from[index - 1])
        best = Math.min(best, (rows[index - 1]?.[column - 1] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** How many letters of a word may be wrong for it to be a slip and not another word. */
export const slipsIn = (word: string): number => (toLetters(word).length >= 8 ? 2 : 1);
