const DAY_SECONDS = 86_400;

/**
 * The Retry-After header (RFC 9110, 10.2.3) in seconds from `now`: a number of seconds or a date. At most a day, at least 1 second;
 * undefined where it is neither.
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const isDate = /^[a-z]{3}/i.test(text);
  const seconds = isDate
    ? (Date.parse(text) - now.getTime()) / 1000
    : /^\d+$/.test(text)
      ? Number(text)
      : Number.NaN;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(DAY_SECONDS, Math.max(1, Math.ceil(seconds)));
}
