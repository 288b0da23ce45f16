import { expect, test } from 'vitest';
import { nextVersion, statusOf } from './change.ts';

const told = (version: number, revision: number, status: 'usable' | 'withheld' | 'canceled') => ({
  version,
  revision,
  status,
});

test('the version is the number of the revision as long as nothing is stopped', () => {
  expect(nextVersion(undefined, { status: 'usable', revision: 1 })).toBe(1);
  expect(nextVersion(told(1, 1, 'usable'), { status: 'usable', revision: 2 })).toBe(2);
  expect(nextVersion(told(2, 2, 'usable'), { status: 'usable', revision: 5 })).toBe(5);
});

test('the same standing keeps its version, however often it is told', () => {
  expect(nextVersion(told(2, 2, 'usable'), { status: 'usable', revision: 2 })).toBe(2);
  expect(nextVersion(told(3, 2, 'canceled'), { status: 'canceled', revision: 2 })).toBe(3);
});

test('a stop and the return from it are versions of their own, so that the last word is the highest', () => {
  expect(nextVersion(told(2, 2, 'usable'), { status: 'withheld', revision: 2 })).toBe(3);
  expect(nextVersion(told(3, 2, 'withheld'), { status: 'usable', revision: 2 })).toBe(4);
  expect(nextVersion(told(3, 2, 'withheld'), { status: 'usable', revision: 3 })).toBe(4);
});

test('retracted and killed are canceled, out of sight otherwise is withheld', () => {
  expect(statusOf('live', false)).toBe('usable');
  expect(statusOf('retracted', false)).toBe('canceled');
  expect(statusOf(null, true)).toBe('canceled');
  expect(statusOf(null, false)).toBe('withheld');
});
