import { expect, test } from 'vitest';
import { parseMailAddress, toWireAddress } from './address.ts';

test.each([
  ['  Jane.Doe+news@Example.ORG ', 'Jane.Doe+news@example.org', 'jane.doe+news@example.org'],
  ['kim@한국.kr', 'kim@한국.kr', 'kim@xn--3e0b707e.kr'],
  ['길동@example.kr', '길동@example.kr', '길동@example.kr'],
  ['müller@müller.example', 'müller@müller.example', 'müller@xn--mller-kva.example'],
  // The same letters, composed and in pieces.
  ['jose\u0301@example.org', 'josé@example.org', 'josé@example.org'],
  ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
])('%s is an address', (given, address, key) => {
  expect(parseMailAddress(given)).toEqual({ address, key });
});

test.each([
  '',
  'jane',
  '@example.org',
  'jane@',
  'jane@localhost',
  'jane@example.org, joe@example.org',
  'jane doe@example.org',
  'jane@example..org',
  'jane..doe@example.org',
  '.jane@example.org',
  'jane@-example.org',
  'jane@example.org\r\nBcc: joe@example.org',
  'jane\n@example.org',
  '"jane"@example.org',
  'jane@[127.0.0.1]',
  'jane@127.0.0.1',
  '<jane@example.org>',
  `${'a'.repeat(65)}@example.org`,
  `jane@${'a.'.repeat(130)}org`,
])('%j is none', (given) => {
  expect(parseMailAddress(given)).toBeUndefined();
});

test('servers are told of a domain in ASCII', () => {
  expect(toWireAddress('Kim@한국.kr')).toBe('Kim@xn--3e0b707e.kr');
});
