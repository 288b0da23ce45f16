import type { Analysis } from '../../analysis.ts';
import lists from './name-lists.json' with { type: 'json' };
import type { Region } from './regions.ts';

/** Known names of people, places and organisations: a bit each. */
const BITS = { people: 1, places: 2, organisations: 4 } as const;
const LONGEST = 6;

let known: { names: Map<string, number>; starts: Map<string, number> } | undefined;

function readNames(): { names: Map<string, number>; starts: Map<string, number> } {
  const names = new Map<string, number>();
  const starts = new Map<string, number>();
  for (const list of ['people', 'places', 'organisations'] as const)
    for (const name of lists[list].split('\n')) {
      names.set(name, (names.get(name) ?? 0) | BITS[list]);
      const words = name.split(' ');
      const start = words[0] ?? '';
      starts.set(start, Math.max(starts.get(start) ?? 0, Math.min(words.length, LONGEST)));
    }
  return { names, starts };
}

/**
 * Where known names stand in a region: for each token 0, or which kinds of name it is in, whether it begins it, and how long that is.
 * The longest name wins.
 */
export function phraseMarks({ tokens }: Analysis, { from, to }: Region): Uint8Array {
  known ??= readNames();
  const marks = new Uint8Array(to - from);
  for (let at = from; at < to; ) {
    const most = Math.min(known.starts.get(tokens[at]?.low ?? '') ?? 0, to - at);
    let key = '';
    let [length, kinds] = [0, 0];
    for (let size = 1; size <= most; size++) {
      key = size === 1 ? (tokens[at]?.low ?? '') : `${key} ${tokens[at + size - 1]?.low}`;
      const found = known.names.get(key);
      if (found) [length, kinds] = [size, found];
    }
    for (let inside = 0; inside < length; inside++)
      marks[at + inside] =
        kinds + (inside === 0 ? 8 : 0) + (inside === length - 1 ? 16 : 0) + (length > 1 ? 32 : 0);
    at += Math.max(length, 1);
  }
  return marks;
}
