/** How numbers are written in one graphic: `decimals` fixed, `prefix` and `suffix` as printed ("$", "%", " km"). */
export type FigureFormat = { prefix?: string; suffix?: string; decimals?: number };

const MINUS = '\u2212';

/** A number for readers: thousands by comma, a true minus sign, unit attached. */
export function formatFigure(
  value: number,
  { prefix = '', suffix = '', decimals = 0 }: FigureFormat = {},
): string {
  const digits = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const isZero = !/[1-9]/.test(digits);
  return `${value < 0 && !isZero ? MINUS : ''}${prefix}${digits}${suffix}`;
}

/** The same format with the decimals that a set of values needs, unless the format already says. */
export const withDecimals = (format: FigureFormat | undefined, values: readonly number[]): FigureFormat => ({
  ...format,
  decimals: format?.decimals ?? decimalsOf(values),
});

/** As many decimals as the steps of an axis need. */
export const decimalsOf = (values: readonly number[]): number =>
  Math.min(
    4,
    Math.max(
      0,
      ...values.map((value) => (/\.(\d+)/.exec(String(Number(value.toPrecision(10))))?.[1] ?? '').length),
    ),
  );
