type Stretch = { start: number; end: number };

/** The index of the first of a sorted list that ends after an offset, by halves; the list's length where none does. */
export function firstEndingAfter(list: readonly Stretch[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of a sorted list that overlap a stretch of the text. */
export function overlapping<T extends Stretch>(list: readonly T[], start: number, end: number): T[] {
  const found: T[] = [];
  for (let at = firstEndingAfter(list, start); at < list.length; at++) {
    const one = list[at];
    if (!one || one.start >= end) break;
    found.push(one);
  }
  return found;
}
