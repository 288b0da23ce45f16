/** A source that fails is asked at least this often. */
const MOST_SECONDS = 3_600;

/**
 * Seconds to wait after so many failures in a row: twice the interval after the first, doubling up to an hour (or the source's own
 * interval, where that is longer). A random quarter off keeps sources that failed together from coming back together.
 * @param random from 0 to 1
 */
export function backOffSeconds(failures: number, everySeconds: number, random: number): number {
  const most = Math.max(MOST_SECONDS, everySeconds);
  const doubled = everySeconds * 2 ** Math.min(failures, 20);
  return Math.min(most, doubled) * (1 - random / 4);
}
