import { describe, expect, it } from 'vitest';
import type { MediaRow } from './media.tables.ts';
import { parsePictureAddress } from './picture-address.ts';
import { pictureSources, SLOTS } from './picture-sources.ts';

const row: MediaRow = {
  id: 1,
  sha256: 'ab'.repeat(32),
  mime: 'image/jpeg',
  width: 3000,
  height: 2000,
  bytes: 1,
  alt: 'A ferry',
  caption: 'The ferry leaves.',
  credit: 'Mara Lind',
  metadata: {},
  rights: '',
  kind: 'photo',
  focal_x: 0.5,
  focal_y: 0.5,
  created_at: new Date(0),
};

describe('the sources of a picture', () => {
  it('offer AVIF, then WebP, then JPEG, in the shape of the slot', () => {
    const sources = pictureSources(row, 'card');
    expect(sources.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
    expect(sources.sources[0]?.srcset).toBe(
      '/media/abababababab/3x2-320.avif 320w, /media/abababababab/3x2-480.avif 480w, /media/abababababab/3x2-640.avif 640w, /media/abababababab/3x2-960.avif 960w',
    );
    expect(sources).toMatchObject({
      src: '/media/abababababab/3x2-960.jpg',
      width: 960,
      height: 640,
      alt: 'A ferry',
      caption: 'The ferry leaves.',
      credit: 'Mara Lind',
    });
  });

  it('never cut a chart or a map, and fall back to PNG for them', () => {
    const sources = pictureSources({ ...row, kind: 'graphic', width: 1600, height: 2000 }, 'card');
    expect(sources.src).toBe('/media/abababababab/original-960.png');
    expect(sources.height / sources.width).toBeCloseTo(1.25);
  });

  it('say the true width of a small picture', () => {
    const sources = pictureSources({ ...row, width: 200, height: 100 }, 'article-lead');
    expect(sources).toMatchObject({ src: '/media/abababababab/original-320.jpg', width: 200, height: 100 });
    expect(sources.sources[0]?.srcset).toBe('/media/abababababab/original-320.avif 200w');
  });

  it('are addresses that can be made, in every slot and size', () => {
    for (const slot of Object.keys(SLOTS) as (keyof typeof SLOTS)[]) {
      for (const width of [1, 319, 320, 999, 2000, 8000]) {
        const { src, sources } = pictureSources({ ...row, width }, slot);
        const all = [
          src,
          ...sources.flatMap(({ srcset }) => srcset.split(', ').map((entry) => entry.split(' ')[0] ?? '')),
        ];
        expect(all.map(parsePictureAddress)).not.toContain(undefined);
      }
    }
  });
});
