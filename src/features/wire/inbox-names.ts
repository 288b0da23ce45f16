/** Endings that programs give to files which they have not finished. */
const UNFINISHED = /\.(tmp|temp|part|partial|filepart|crdownload|download|swp|swx|lock|writing|uploading)$/i;

/** Whether a name in a watched folder is none of ours: hidden, a lock, or a file that is still being written under a passing name. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name.endsWith('~') || UNFINISHED.test(name);

const byNumbers = new Intl.Collator('en', { numeric: true });

/** The order in which files are taken: by name, numbers by their value, so that `take-9` comes before `take-10`. */
export const compareNames = (a: string, b: string): number => byNumbers.compare(a, b) || (a < b ? -1 : 1);

/** `copy.xml` as the n-th of its name: `copy-2.xml`; the first keeps its name. */
export function toNthName(name: string, n: number): string {
  if (n <= 1) return name;
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}-${n}${name.slice(dot)}` : `${name}-${n}`;
}

/** What can be seen of a file from outside: two equal ones are taken for the same content. */
export type FileState = { size: number; mtimeMs: number; ino: number };

export const isSameState = (a: FileState, b: FileState): boolean =>
  a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;

export type Stillness = {
  /** Whether a file has looked like this for long enough to be whole. `nowMs` is of a clock that does not jump. */
  isStill(path: string, state: FileState, nowMs: number): boolean;
  forget(path: string): void;
};

/** An empty file is more likely one that is about to be written than one that is meant. */
const EMPTY_STILL_MS = 60_000;

/** Remembers how files looked, to tell a finished one from one that is still being written. */
export function createStillness(stillMs: number): Stillness {
  const seen = new Map<string, FileState & { since: number }>();
  return {
    isStill(path, state, nowMs) {
      const before = seen.get(path);
      if (!before || !isSameState(before, state)) {
        seen.set(path, { ...state, since: nowMs });
        return false;
      }
      return nowMs - before.since >= (state.size === 0 ? EMPTY_STILL_MS : stillMs);
    },
    forget: (path) => void seen.delete(path),
  };
}
