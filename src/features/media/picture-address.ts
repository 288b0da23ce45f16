import type { MediaRow } from './media.tables.ts';

/** Shapes in which pictures are shown; `original` is uncropped. */
export const CROPS = { '16x9': 16 / 9, '3x2': 3 / 2, '1x1': 1, '4x5': 4 / 5, original: undefined } as const;
export type Crop = keyof typeof CROPS;

/** Px. */
export const WIDTHS = [320, 480, 640, 960, 1280, 1600, 2000] as const;
export type Width = (typeof WIDTHS)[number];

export const VARIANT_TYPES = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
} as const;
export type Extension = keyof typeof VARIANT_TYPES;

/** One file made from a picture. `sha12`: the first 12 digits of the original's sha256. */
export type PictureAddress = { sha12: string; crop: Crop; width: Width; extension: Extension };

const ADDRESS = /^\/media\/([0-9a-f]{12})\/(16x9|3x2|1x1|4x5|original)-(\d{3,4})\.(avif|webp|jpg|png)$/;

/** `/media/{sha12}/{crop}-{width}.{ext}`: the same picture always has the same address, so it may be cached for ever. */
export const formatPictureAddress = ({ sha12, crop, width, extension }: PictureAddress): string =>
  `/media/${sha12}/${crop}-${width}.${extension}`;

/** The parts of a path, or undefined when it is not exactly the address of a file that could be made. */
export function parsePictureAddress(path: string): PictureAddress | undefined {
  const [, sha12, crop, digits, extension] = ADDRESS.exec(path) ?? [];
  const width = WIDTHS.find((one) => String(one) === digits);
  if (!sha12 || !width) return undefined;
  return { sha12, crop: crop as Crop, width, extension: extension as Extension };
}

const ORIGINAL_EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'image/avif': 'avif',
};

/** Where an original lies in the file store. */
export const originalKey = ({ sha256, mime }: Pick<MediaRow, 'sha256' | 'mime'>): string =>
  `original/${sha256.slice(0, 2)}/${sha256}.${ORIGINAL_EXTENSIONS[mime] ?? 'bin'}`;

export const variantFolder = (sha12: string): string => `variant/${sha12}/`;

/** Where a made file lies in the file store. */
export const variantKey = ({ sha12, crop, width, extension }: PictureAddress): string =>
  `${variantFolder(sha12)}${crop}-${width}.${extension}`;
