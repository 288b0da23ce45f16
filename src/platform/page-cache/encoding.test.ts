import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress, encodings, isCompressible, negotiateEncoding } from './encoding.ts';

const negotiated = (header: string | undefined) => encodings[negotiateEncoding(header)];

test('a browser that takes everything gets brotli', () => {
  expect(negotiated('gzip, deflate, br, zstd')).toBe('br');
});

test('no header, an empty one and an unknown coding mean identity', () => {
  expect([undefined, '', 'deflate', 'compress;q=1'].map(negotiated)).toEqual(Array(4).fill('identity'));
});

test('weights win over our own preference', () => {
  expect(negotiated('br;q=0.2, gzip;q=0.9')).toBe('gzip');
  expect(negotiated('br;q=0, zstd')).toBe('zstd');
  expect(negotiated('gzip;q=0.5, identity')).toBe('identity');
});

test('an asterisk stands for all codings not named', () => {
  expect(negotiated('*')).toBe('br');
  expect(negotiated('br;q=0, *;q=0.5')).toBe('zstd');
  expect(negotiated('*;q=0')).toBe('identity');
});

test('many different headers are still answered rightly', () => {
  for (let index = 0; index < 1000; index += 1) expect(negotiated(`x-${index}, gzip`)).toBe('gzip');
});

test('each coding decodes to the original', async () => {
  const body = Buffer.from('The council voted. 시의회가 표결했다. '.repeat(100));
  expect(brotliDecompressSync(await compress(body, encodings.indexOf('br')))).toEqual(body);
  expect(zstdDecompressSync(await compress(body, encodings.indexOf('zstd')))).toEqual(body);
  expect(gunzipSync(await compress(body, encodings.indexOf('gzip')))).toEqual(body);
});

test('only text of some length is worth compressing', () => {
  expect(isCompressible('text/html; charset=utf-8', 5000)).toBe(true);
  expect(isCompressible('application/rss+xml', 5000)).toBe(true);
  expect(isCompressible('application/feed+json', 5000)).toBe(true);
  expect(isCompressible('image/svg+xml', 5000)).toBe(true);
  expect(isCompressible('image/avif', 5000)).toBe(false);
  expect(isCompressible('text/html', 50)).toBe(false);
});
