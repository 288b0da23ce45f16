import { expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { isUnavailable } from './unavailable.ts';

const withCode = (code: string, extra = {}) => Object.assign(new Error('x'), { code, ...extra });

test('a refused, lost or shut connection means that the database is away', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53300']) {
    expect(isUnavailable(withCode(code))).toBe(true);
  }
  expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isUnavailable(new AppError('unavailable', 'x'))).toBe(true);
  expect(isUnavailable(withCode('ENOENT', { syscall: 'connect' }))).toBe(true);
});

test('causes and collected errors are looked through', () => {
  expect(isUnavailable(new Error('query failed', { cause: withCode('ECONNRESET') }))).toBe(true);
  expect(isUnavailable(new AggregateError([new Error('a'), withCode('ECONNREFUSED')]))).toBe(true);
});

test('a fault of ours is not the database being away', () => {
  expect(isUnavailable(withCode('42P01'))).toBe(false);
  expect(isUnavailable(withCode('ENOENT'))).toBe(false);
  expect(isUnavailable(new AppError('not_found', 'x'))).toBe(false);
  expect(isUnavailable('ECONNREFUSED')).toBe(false);
  const loop = new Error('loop');
  loop.cause = loop;
  expect(isUnavailable(loop)).toBe(false);
});
