import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROPS, type Crop, formatPictureAddress, parsePictureAddress, WIDTHS } from './picture-address.ts';

const address = fc.record({
  sha12: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 12 }),
  crop: fc.constantFrom(...(Object.keys(CROPS) as Crop[])),
  width: fc.constantFrom(...WIDTHS),
  extension: fc.constantFrom('avif' as const, 'webp' as const, 'jpg' as const, 'png' as const),
});

describe('the address of a picture', () => {
  it('reads back as what it was made from', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(parsePictureAddress(formatPictureAddress(one))).toEqual(one);
      }),
    );
  });

  it.each([
    '/media/0123456789ab/16x9-641.avif',
    '/media/0123456789ab/16x9-640.svg',
    '/media/0123456789ab/2x1-640.avif',
    '/media/0123456789AB/16x9-640.avif',
    '/media/0123456789abc/16x9-640.avif',
    '/media/../../etc/16x9-640.avif',
    '/media/0123456789ab/16x9-640.avif/',
    '/media/0123456789ab/16x9-640.avif?x',
    '/media/0123456789ab/16x9-0640.avif',
    '/media/0123456789ab/16x9-640.avif\n',
  ])('is not %j', (path) => {
    expect(parsePictureAddress(path)).toBeUndefined();
  });
});
