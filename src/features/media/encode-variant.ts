import sharp, { type Sharp } from 'sharp';
import { cropBox } from './crop-box.ts';
import { MOST_PIXELS } from './inspect-picture.ts';
import type { MediaRow } from './media.tables.ts';
import type { Extension, PictureAddress } from './picture-address.ts';

type Source = Pick<MediaRow, 'width' | 'height' | 'focal_x' | 'focal_y' | 'kind'>;

/** Libaom's effort, 0 to 9. On two busy cores a photo of 1280 px took 220 ms at 1, 820 ms at 2, 7 s at 4; at 1 the file was no larger than at 2. */
const AVIF_EFFORT = 1;

/**
 * Makes one file from an original: upright, cropped around its focal point, never enlarged, in sRGB, without any of the
 * original's metadata (so without the place where it was taken). Drawn graphics keep sharp edges and flat colours.
 */
export async function encodeVariant(
  original: Uint8Array,
  source: Source,
  { crop, width, extension }: PictureAddress,
): Promise<Buffer> {
  const box = cropBox(source, crop);
  const picture = sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
    .autoOrient()
    .extract(box)
    .resize({ width: Math.min(width, box.width), withoutEnlargement: true })
    .toColourspace('srgb');
  const encode = source.kind === 'photo' ? encodePhoto : encodeDrawing;
  return encode(picture, extension).toBuffer();
}

function encodePhoto(picture: Sharp, extension: Extension): Sharp {
  if (extension === 'avif') return picture.avif({ quality: 52, effort: AVIF_EFFORT });
  if (extension === 'webp') return picture.webp({ quality: 74, effort: 4 });
  if (extension === 'png') return picture.png({ compressionLevel: 9 });
  return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 78, mozjpeg: true });
}

/** Lossless WebP of charts and maps was measured at twice the size of lossy (anti-aliased outlines), so it is not tried. */
function encodeDrawing(picture: Sharp, extension: Extension): Sharp {
  if (extension === 'avif')
    return picture.avif({ quality: 68, effort: AVIF_EFFORT, chromaSubsampling: '4:4:4' });
  if (extension === 'webp') return picture.webp({ quality: 86, effort: 2 });
  if (extension === 'png') return picture.png({ palette: true, quality: 92, effort: 7 });
  return picture
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86, mozjpeg: true, chromaSubsampling: '4:4:4' });
}
