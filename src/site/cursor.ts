import { AppError } from '#lib/errors.ts';

/** Where a page of a list begins: just after the article that became visible at this moment and has this number. */
export type ListCursor = { visible_from: Date; id: number };

const CURSOR = /^([0-9a-z]{1,10})-([0-9a-z]{1,11})$/;

/** A cursor as it stands in an address: both numbers in base 36. */
export const toCursorText = ({ visible_from, id }: ListCursor): string =>
  `${visible_from.getTime().toString(36)}-${id.toString(36)}`;

/**
 * The cursor of an address, undefined on the first page.
 * @throws AppError not_found for one that this program did not write: there is no such page.
 */
export function parseCursor(text: string | null): ListCursor | undefined {
  if (text === null) return undefined;
  const [, time, id] = CURSOR.exec(text) ?? [];
  if (!time || !id) throw new AppError('not_found', 'This list has no such page; begin with its first.');
  const visible_from = new Date(Number.parseInt(time, 36));
  const number = Number.parseInt(id, 36);
  if (Number.isNaN(visible_from.getTime()) || !Number.isSafeInteger(number)) {
    throw new AppError('not_found', 'This list has no such page; begin with its first.');
  }
  return { visible_from, id: number };
}

/** Cuts a list that was asked for one row too many; `older` is the cursor of the next page where there is one. */
export function toListPage<Row extends ListCursor>(
  rows: Row[],
  size: number,
): { rows: Row[]; older?: string } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, older: rows.length > size && last ? toCursorText(last) : undefined };
}
