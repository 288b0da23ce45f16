import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LinkPurpose, readLink, type SignedLink, signLink } from './signed-link.ts';

const key = randomBytes(32);
const now = new Date('2026-03-04T06:00:00Z');
const purposes: LinkPurpose[] = ['confirm', 'preferences', 'unsubscribe', 'move'];
const link: SignedLink = { purpose: 'unsubscribe', subscriber: 4711, list: 2, version: 0, expires: 0 };

test('a link is read as it was written, whatever it says', () => {
  const links = fc.record({
    purpose: fc.constantFrom(...purposes),
    subscriber: fc.nat(),
    list: fc.nat(),
    version: fc.nat(),
    expires: fc.constant(0),
    detail: fc.option(fc.string({ minLength: 1, maxLength: 80 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(links, (given) => {
      expect(readLink([key], signLink(key, given), given.purpose, now)).toEqual(given);
    }),
  );
});

test('a link does nothing but what it was written for', () => {
  for (const purpose of purposes.filter((one) => one !== 'unsubscribe'))
    expect(readLink([key], signLink(key, link), purpose, now)).toBe('forged');
});

test('a link ends when its time is over, and one without a time never does', () => {
  const expires = now.getTime() / 1000 + 60;
  const token = signLink(key, { ...link, expires });
  expect(readLink([key], token, 'unsubscribe', now)).toMatchObject({ subscriber: 4711 });
  expect(readLink([key], token, 'unsubscribe', new Date(now.getTime() + 61_000))).toBe('expired');
  expect(readLink([key], signLink(key, link), 'unsubscribe', new Date('2099-01-01'))).toMatchObject({
    list: 2,
  });
});

test('a link of a former key is still believed, one of a foreign key is not', () => {
  const former = randomBytes(32);
  const token = signLink(former, link);
  expect(readLink([key, former], token, 'unsubscribe', now)).toEqual({ ...link, detail: undefined });
  expect(readLink([key], token, 'unsubscribe', now)).toBe('forged');
});

test('no single character of a link can be changed, left out or added', () => {
  const token = signLink(key, { ...link, detail: 'new@example.org' });
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~';
  const altered = new Set<string>();
  for (let at = 0; at <= token.length; at++) {
    altered.add(token.slice(0, at) + token.slice(at + 1));
    for (const letter of letters) {
      altered.add(token.slice(0, at) + letter + token.slice(at));
      altered.add(token.slice(0, at) + letter + token.slice(at + 1));
    }
  }
  altered.delete(token);
  expect(altered.size).toBeGreaterThan(5000);
  for (const one of altered) expect(readLink([key], one, 'unsubscribe', now)).toBe('forged');
});
