/** Characters that move the cursor, change colours or turn the direction of text: copy from outside must not do that to a terminal. */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Text from outside on one line of a terminal. */
export const toPlainLine = (text: string): string => text.replace(CONTROLS, ' ').trim();

/** Rows with their columns aligned, a line each; the first row may be headings. Nothing for no rows. */
export function toTextTable(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map(toPlainLine));
  const widths = plain.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  );
  const lines = plain.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}
