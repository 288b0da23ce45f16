import { expect, it } from 'vitest';
import { decimalsOf, formatFigure, withDecimals } from './figures.ts';

it('writes figures as readers know them', () => {
  expect(formatFigure(1234567)).toBe('1,234,567');
  expect(formatFigure(-2.5, { decimals: 1, suffix: '%' })).toBe('−2.5%');
  expect(formatFigure(12, { prefix: '$', decimals: 2 })).toBe('$12.00');
});

it('writes no minus before a zero that rounding made', () => {
  expect(formatFigure(-0.004, { decimals: 2 })).toBe('0.00');
});

it('finds the decimals that a set of values needs', () => {
  expect(decimalsOf([1, 2.5, 3.25])).toBe(2);
  expect(decimalsOf([0.1 + 0.2])).toBe(1);
  expect(decimalsOf([])).toBe(0);
  expect(withDecimals({ suffix: '%' }, [1.5])).toEqual({ suffix: '%', decimals: 1 });
  expect(withDecimals({ decimals: 0 }, [1.5])).toEqual({ decimals: 0 });
});
