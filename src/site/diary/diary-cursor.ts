import { type DiaryCursor, fromIsoDay, toIsoDay } from '#features/diary/diary.ts';
import { AppError } from '#lib/errors.ts';

const CURSOR = /^(\d)-([0-9a-z]{1,5})-([0-9a-z]{1,11})$/;

/** A cursor as it stands in an address: the day and the number in base 36. */
export const toCursorText = ({ place, day, id }: DiaryCursor): string =>
  `${place}-${(fromIsoDay(day) ?? 0).toString(36)}-${id.toString(36)}`;

/** The cursor of an address. Throws AppError not_found for one that this program did not write. */
export function parseDiaryCursor(text: string | null): DiaryCursor | undefined {
  if (text === null) return undefined;
  const [, place, day, id] = CURSOR.exec(text) ?? [];
  const [days, number] = [Number.parseInt(day ?? '', 36), Number.parseInt(id ?? '', 36)];
  // Years of four digits: the 10000th begins on day 2 932 897.
  if (!place || !(days < 2_932_897) || !Number.isSafeInteger(number))
    throw new AppError('not_found', 'The diary has no such page; begin with its first.');
  return { place: Number(place), day: toIsoDay(days), id: number };
}
