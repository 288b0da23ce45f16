import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectPicture } from './inspect-picture.ts';
import { quarters } from './testing/pictures.ts';

const plain = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } });

/** A PNG that says it is huge and holds next to nothing. */
function bombPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a picture from outside', () => {
  it.each([
    ['image/jpeg', () => plain().jpeg()],
    ['image/png', () => plain().png()],
    ['image/gif', () => plain().gif()],
    ['image/webp', () => plain().webp()],
    ['image/tiff', () => plain().tiff()],
    ['image/avif', () => plain().avif()],
  ] as const)('is known as %s by its bytes', async (mime, make) => {
    expect(await inspectPicture(await make().toBuffer())).toMatchObject({ mime, width: 64, height: 48 });
  });

  it('is measured upright', async () => {
    const sideways = await plain().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await inspectPicture(sideways)).toMatchObject({ width: 48, height: 64 });
  });

  it('is refused when it is cut short, with the reason', async () => {
    const whole = await quarters(800, 600);
    await expect(inspectPicture(whole.subarray(0, Math.floor(whole.length / 2)))).rejects.toThrow(
      'damaged or cut short',
    );
    const png = await plain().png().toBuffer();
    await expect(inspectPicture(png.subarray(0, png.length - 30))).rejects.toThrow('damaged or cut short');
  });

  it('is refused by its size in pixels before it is decoded', async () => {
    await expect(inspectPicture(bombPng(60_000, 60_000))).rejects.toThrow(
      '60000 × 60000 pixels; the most is 100 million',
    );
  });

  it('is refused when it promises more pixels than it holds', async () => {
    await expect(inspectPicture(bombPng(9000, 9000))).rejects.toThrow('damaged or cut short');
  });

  it('is refused over 40 MB', async () => {
    await expect(inspectPicture(new Uint8Array(40_000_001))).rejects.toMatchObject({ code: 'too_large' });
  });

  it.each([
    ['plain', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['behind a declaration', '<?xml version="1.0"?><!-- note --><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['behind white space', '\n\n  <svg/>'],
  ])('is refused as SVG, %s', async (_, markup) => {
    await expect(inspectPicture(Buffer.from(markup))).rejects.toThrow('SVG from outside is not taken');
  });

  it.each([
    ['a page', '<!doctype html><img src=x onerror=alert(1)>'],
    ['a document with a picture inside', `%PDF-1.7 ${'\xff\xd8\xff\xe0'}`],
    ['nothing', ''],
    ['an archive', 'PK\x03\x04'],
  ])('is refused when it is %s', async (_, bytes) => {
    await expect(inspectPicture(Buffer.from(bytes, 'latin1'))).rejects.toThrow('do not start like a picture');
  });

  it('is refused when only its first bytes are those of a picture', async () => {
    for (const head of [
      '\xff\xd8\xff',
      'GIF89a',
      '\x89PNG\r\n\x1a\n',
      'RIFF\0\0\0\0WEBP',
      '\0\0\0\x1cftypavif',
      'II*\0',
    ]) {
      await expect(inspectPicture(Buffer.from(`${head}<script>alert(1)</script>`, 'latin1'))).rejects.toThrow(
        'damaged or cut short',
      );
    }
  });

  it('is taken or refused with a reason, whatever single byte is broken', async () => {
    const jpeg = await quarters(40, 30);
    const change = fc.record({ at: fc.nat(jpeg.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to }) => {
        const broken = Buffer.from(jpeg);
        broken[at] = to;
        const outcome = await inspectPicture(broken).catch((error: unknown) => error);
        if (outcome instanceof Error)
          expect(outcome).toMatchObject({
            name: 'AppError',
            code: expect.stringMatching(/bad_input|too_large/),
          });
        else expect(outcome).toMatchObject({ mime: 'image/jpeg' });
      }),
      { numRuns: 60 },
    );
  });
});
