const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** A duration as people write it on a command line (`60s`, `5m`, `1h`, `1d`) in seconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,9})([smhd])$/.exec(text.trim()) ?? [];
  return unit === undefined ? undefined : Number(digits) * SECONDS[unit as keyof typeof SECONDS];
}

/** Seconds in the largest unit that leaves no rest: 300 is `5m`, 90 is `90s`. */
export function toDuration(seconds: number): string {
  const whole =
    (['d', 'h', 'm'] as const).find((unit) => seconds > 0 && seconds % SECONDS[unit] === 0) ?? 's';
  return `${seconds / SECONDS[whole]}${whole}`;
}
