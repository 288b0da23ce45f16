import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';

const TEXT = 'Harbour reopens. '.repeat(500);
const MEGABYTE = 1024 * 1024;

const inPieces = (bytes: Uint8Array, size = 100): Readable => {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces);
};

const CODINGS = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['GZIP', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['identity', (bytes: Buffer) => bytes],
  [undefined, (bytes: Buffer) => bytes],
] as const;

test.each(CODINGS)('a body in %s comes out as it was', async (coding, pack) => {
  const body = await readBody(inPieces(pack(Buffer.from(TEXT))), coding, MEGABYTE);
  expect(Buffer.from(body).toString()).toBe(TEXT);
});

test.each(CODINGS.filter(([coding]) => coding && coding !== 'identity'))(
  'a bomb in %s stops at the limit',
  async (coding, pack) => {
    const bomb = pack(Buffer.alloc(20 * MEGABYTE));
    expect(bomb.length).toBeLessThan(MEGABYTE);
    await expect(readBody(inPieces(bomb, 16_384), coding, MEGABYTE)).rejects.toMatchObject({
      kind: 'too_large',
      message: 'The unpacked body is larger than the 1 MB that are read.',
    });
  },
);

test('an endless body is left at the limit', async () => {
  let sent = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        sent += 65_536;
        yield Buffer.alloc(65_536);
      }
    })(),
  );
  await expect(readBody(endless, undefined, MEGABYTE)).rejects.toMatchObject({ kind: 'too_large' });
  expect(sent).toBeLessThan(4 * MEGABYTE);
  expect(endless.destroyed).toBe(true);
});

test('gzip members that hold nothing do not go on for ever', async () => {
  const empty = gzipSync(Buffer.alloc(0));
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.concat(Array.from({ length: 1_000 }, () => empty));
    })(),
  );
  await expect(readBody(endless, 'gzip', MEGABYTE)).rejects.toMatchObject({ kind: 'too_large' });
});

test.each(CODINGS.filter(([coding]) => coding && coding !== 'identity'))(
  'a broken body in %s says so',
  async (coding, pack) => {
    const packed = pack(Buffer.from(TEXT));
    for (const broken of [
      packed.subarray(0, packed.length / 2),
      Buffer.from('<rss></rss> is not packed at all'),
    ]) {
      await expect(readBody(inPieces(broken), coding, MEGABYTE)).rejects.toMatchObject({
        kind: 'undecodable',
      });
    }
  },
);

test('a coding in several layers is not undone', async () => {
  const twice = gzipSync(gzipSync(Buffer.from(TEXT)));
  await expect(readBody(inPieces(twice), 'gzip, gzip', MEGABYTE)).rejects.toMatchObject({
    kind: 'undecodable',
    message: expect.stringContaining('"gzip, gzip"'),
  });
});
