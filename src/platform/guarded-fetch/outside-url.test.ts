import { expect, test } from 'vitest';
import { toAllowedHosts } from './allowed-hosts.ts';
import { hostOf, parseOutsideUrl, portOf } from './outside-url.ts';

test.each([
  'file:///etc/passwd',
  'ftp://agency.example/',
  'gopher://agency.example/',
  'data:,x',
  'javascript:alert(1)',
])('%s is refused for its scheme', (address) => {
  expect(() => parseOutsideUrl(address)).toThrow('Only http and https');
});

test('a password in an address is refused and not repeated', () => {
  expect(() => parseOutsideUrl('https://me:secret@agency.example/')).toThrow(
    /^(?!.*secret).*agency\.example/,
  );
});

test('what is not an address is refused with an example of one', () => {
  expect(() => parseOutsideUrl('agency.example/feed')).toThrow('such as https://');
});

test.each([
  ['http://0x7f.1/', '127.0.0.1'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://0177.0.0.1/', '127.0.0.1'],
  ['http://[::ffff:7f00:1]/', '::ffff:7f00:1'],
  ['http://１２７.0.0.1/', '127.0.0.1'],
])('%s is seen as %s', (address, host) => {
  expect(hostOf(parseOutsideUrl(address))).toBe(host);
});

test('any port is taken, and the usual one goes without saying', () => {
  expect(
    [...['http://a.example', 'https://a.example', 'https://a.example:8443']].map((a) => portOf(new URL(a))),
  ).toEqual([80, 443, 8443]);
});

test('hosts are allowed with any port or with one, in either case and with IPv6', () => {
  const isAllowed = toAllowedHosts(['Feeds.Internal', '127.0.0.1:8080', '[::1]:9', 'fd00::1']);
  expect(isAllowed('feeds.internal', 1)).toBe(true);
  expect(isAllowed('feeds.internal.', 1)).toBe(true);
  expect(isAllowed('127.0.0.1', 8080)).toBe(true);
  expect(isAllowed('127.0.0.1', 80)).toBe(false);
  expect(isAllowed('::1', 9)).toBe(true);
  expect(isAllowed('::1', 80)).toBe(false);
  expect(isAllowed('fd00::1', 80)).toBe(true);
  expect(isAllowed('internal', 80)).toBe(false);
});
