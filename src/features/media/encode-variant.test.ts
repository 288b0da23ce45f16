import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeVariant } from './encode-variant.ts';
import type { PictureAddress } from './picture-address.ts';
import { colourAt, quarters, withIptc } from './testing/pictures.ts';

const source = { width: 1200, height: 800, focal_x: 0.5, focal_y: 0.5, kind: 'photo' as const };
const address = (part: Partial<PictureAddress>): PictureAddress => ({
  sha12: '0'.repeat(12),
  crop: 'original',
  width: 320,
  extension: 'jpg',
  ...part,
});

describe('a file made from a picture', () => {
  it.each(['avif', 'webp', 'jpg', 'png'] as const)(
    'has the width that was asked for, as %s',
    async (extension) => {
      const made = await encodeVariant(
        await quarters(1200, 800),
        source,
        address({ extension, crop: '16x9' }),
      );
      const { width, height, format } = await sharp(made).metadata();
      expect({ width, height, format }).toEqual({
        width: 320,
        height: 180,
        format: { avif: 'heif', webp: 'webp', jpg: 'jpeg', png: 'png' }[extension],
      });
    },
  );

  it('is cut around the focal point', async () => {
    const original = await quarters(1200, 800);
    const left = await encodeVariant(
      original,
      { ...source, focal_x: 0 },
      address({ crop: '4x5', extension: 'png' }),
    );
    const right = await encodeVariant(
      original,
      { ...source, focal_x: 1 },
      address({ crop: '4x5', extension: 'png' }),
    );
    const [redLeft = 0] = await colourAt(left, 4, 4);
    const [redRight = 0, greenRight = 0] = await colourAt(right, 300, 4);
    expect(redLeft).toBeGreaterThan(240);
    expect([redRight < 15, greenRight > 240]).toEqual([true, true]);
  });

  it('stands upright when the camera was held sideways', async () => {
    const sideways = await sharp(await quarters(800, 1200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const made = await encodeVariant(sideways, source, address({ extension: 'png' }));
    expect(await sharp(made).metadata()).toMatchObject({ width: 320, height: 213 });
    // Turned clockwise, the lower left quarter (blue) comes to the upper left.
    const [, , blue = 0] = await colourAt(made, 4, 4);
    expect(blue).toBeGreaterThan(240);
  });

  it('tells nothing about the place where it was taken', async () => {
    const placed = await sharp(await quarters(1200, 800))
      .withExif({
        IFD0: { Artist: 'Mara Lind' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '52/1 30/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '13/1 24/1 0/1',
        },
      })
      .jpeg()
      .toBuffer();
    expect(await exifr.gps(placed)).toMatchObject({ latitude: 52.5 });
    for (const extension of ['jpg', 'webp', 'avif', 'png'] as const) {
      const { exif, iptc, xmp } = await sharp(
        await encodeVariant(placed, source, address({ extension })),
      ).metadata();
      expect({ exif, iptc, xmp }).toEqual({ exif: undefined, iptc: undefined, xmp: undefined });
    }
  });

  it('carries nothing that was hidden in or behind the original', async () => {
    const payload = '<script>alert("hidden")</script>';
    const hiding = Buffer.concat([
      withIptc(await quarters(1200, 800), { caption: payload }),
      Buffer.from(payload),
    ]);
    const made = await encodeVariant(hiding, source, address({}));
    expect(made.includes('hidden')).toBe(false);
  });

  it('is never larger than the picture is', async () => {
    const made = await encodeVariant(
      await quarters(200, 100),
      { ...source, width: 200, height: 100 },
      address({}),
    );
    expect(await sharp(made).metadata()).toMatchObject({ width: 200, height: 100 });
  });

  it('keeps the colours of a drawing', async () => {
    const drawing = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#b0331a' } })
      .png()
      .toBuffer();
    for (const extension of ['avif', 'webp', 'jpg', 'png'] as const) {
      const made = await encodeVariant(
        drawing,
        { ...source, width: 640, height: 400, kind: 'graphic' },
        address({ extension }),
      );
      const colour = await colourAt(made, 100, 100);
      for (const [channel, value] of [0xb0, 0x33, 0x1a].entries())
        expect(Math.abs((colour[channel] ?? 999) - value)).toBeLessThanOrEqual(3);
    }
  });
});
