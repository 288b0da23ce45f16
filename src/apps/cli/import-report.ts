import { type FileHandle, open } from 'node:fs/promises';
import type { ImportRow } from '#features/imports/imports.ts';
import { AppError, messageOf } from '#lib/errors.ts';

/** A file that gets a line for every row of an export, in the order in which they are done. */
export type ImportReport = { write: (rows: ImportRow[]) => Promise<void>; close: () => Promise<void> };

const COLUMNS = ['position', 'guid', 'old_address', 'headline', 'result', 'new_address', 'notes'] as const;

/** Opens a report: CSV (RFC 4180) where the name ends in .csv, else one JSON object a line. Throws bad_input where it cannot be written. */
export async function openReport(file: string): Promise<ImportReport> {
  const handle = await openFile(file);
  const toLine = /\.csv$/i.test(file) ? toCsvLine : toJsonLine;
  if (toLine === toCsvLine) await handle.write(`${COLUMNS.join(',')}\r\n`);
  return {
    write: async (rows) => {
      await handle.write(rows.map(toLine).join(''));
    },
    close: () => handle.close(),
  };
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'w');
  } catch (thrown) {
    throw new AppError('bad_input', `The report cannot be written: ${messageOf(thrown)}`, { cause: thrown });
  }
}

const toFields = (row: ImportRow) => ({
  position: row.position,
  guid: row.guid,
  old_address: row.oldAddress,
  headline: row.headline,
  result: row.result,
  new_address: row.newAddress,
  notes: row.notes,
});

export const toJsonLine = (row: ImportRow): string => `${JSON.stringify(toFields(row))}\n`;

export function toCsvLine(row: ImportRow): string {
  const fields = { ...toFields(row), notes: row.notes.join(' ') };
  return `${COLUMNS.map((column) => toCell(String(fields[column] ?? ''))).join(',')}\r\n`;
}

/** Words from outside that a spreadsheet would take for a formula are marked as text. */
function toCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
