import sharp from 'sharp';
import type { MediaKind } from './media.tables.ts';
import type { PictureMetadata } from './picture-metadata.ts';

/** Of IPTC's digital source types: what a camera or scanner saw, and what was drawn. */
const SEEN = /^(?:digitalCapture|computationalCapture|negativeFilm|positiveFilm|print|screenCapture)$/i;
const DRAWN = /^(?:digitalArt|digitalCreation|dataDrivenMedia|algorithmicMedia)$/i;

/** A drawing in so few colours covers most of the picture with them; a photograph has thousands of each. */
const FEW = 12;
const MOST_OF_IT = 0.7;
const SAMPLE = 160;

/**
 * Tells a photograph from a graphic, which loses its meaning when it is cut: by what the file says of where it came from, else by its
 * colours where it was kept without loss (PNG, GIF, WebP). In doubt it is a photograph.
 */
export async function tellKind(bytes: Uint8Array, mime: string, said: PictureMetadata): Promise<MediaKind> {
  if (DRAWN.test(said.sourceType ?? '')) return 'graphic';
  if (SEEN.test(said.sourceType ?? '') || said.camera !== undefined) return 'photo';
  const isLossless = /^image\/(?:png|gif|webp)$/.test(mime);
  return isLossless && (await isFlat(bytes)) ? 'graphic' : 'photo';
}

/** Whether a dozen colours make up most of a picture. Pixels are picked, not blended: blending makes colours. */
async function isFlat(bytes: Uint8Array): Promise<boolean> {
  const pixels = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(SAMPLE, SAMPLE, { fit: 'inside', kernel: 'nearest', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { data, info } = pixels;
  const counts = new Map<number, number>();
  for (let at = 0; at + 2 < data.length; at += info.channels) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const most = [...counts.values()].toSorted((a, b) => b - a).slice(0, FEW);
  return most.reduce((sum, count) => sum + count, 0) >= MOST_OF_IT * info.width * info.height;
}
