import { cropBox, offeredWidths } from './crop-box.ts';
import type { MediaRow } from './media.tables.ts';
import {
  CROPS,
  type Crop,
  type Extension,
  formatPictureAddress,
  VARIANT_TYPES,
  type Width,
} from './picture-address.ts';

/** Where a picture stands on a page: its shape there and how wide the browser will show it (HTML `sizes`). */
export const SLOTS = {
  'article-lead': { crop: 'original', sizes: '(min-width: 75rem) 58rem, 100vw', most: 2000 },
  'article-body': { crop: 'original', sizes: '(min-width: 46rem) 42rem, 100vw', most: 1600 },
  'front-lead': {
    crop: '3x2',
    sizes: '(min-width: 75rem) 45rem, (min-width: 48rem) 60vw, 100vw',
    most: 1600,
  },
  card: { crop: '3x2', sizes: '(min-width: 75rem) 22rem, (min-width: 48rem) 33vw, 100vw', most: 960 },
  thumb: { crop: '1x1', sizes: '8rem', most: 480 },
  wide: { crop: '16x9', sizes: '100vw', most: 2000 },
  portrait: { crop: '4x5', sizes: '(min-width: 48rem) 20rem, 60vw', most: 960 },
} as const satisfies Record<string, { crop: Crop; sizes: string; most: number }>;
export type PictureSlot = keyof typeof SLOTS;

/** All that a `<picture>` needs; `width` and `height` fix its place before it loads. Words may be empty. */
export type PictureSources = {
  src: string;
  sources: { type: string; srcset: string }[];
  sizes: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  kind: MediaRow['kind'];
};

/** What must be known of a picture to show it. */
export type ShownPicture = Omit<MediaRow, 'id' | 'mime' | 'bytes' | 'rights' | 'metadata' | 'created_at'>;

const FALLBACK_WIDTH = 960;

/** Addresses of a picture for a slot: AVIF first, then WebP, and JPEG (PNG for drawings) for everything else. */
export function pictureSources(row: ShownPicture, slot: PictureSlot): PictureSources {
  const { sizes, most, crop: wanted } = SLOTS[slot];
  // Charts and maps lose their meaning when cut; only a thumbnail may show a part of one.
  const crop: Crop = row.kind === 'photo' || slot === 'thumb' ? wanted : 'original';
  const box = cropBox(row, crop);
  const offered = offeredWidths(box.width);
  const within = offered.filter((width) => width <= most);
  const widths = within.length ? within : offered.slice(0, 1);
  const fallback: Extension = row.kind === 'photo' ? 'jpg' : 'png';
  const addressOf = (width: Width, extension: Extension) =>
    formatPictureAddress({ sha12: row.sha256.slice(0, 12), crop, width, extension });
  const srcset = (extension: Extension) =>
    widths.map((width) => `${addressOf(width, extension)} ${Math.min(width, box.width)}w`).join(', ');
  const middle = widths.filter((width) => width <= FALLBACK_WIDTH).at(-1) ?? widths[0] ?? 320;
  const shown = Math.min(widths.at(-1) ?? middle, box.width);
  const ratio = CROPS[crop] ?? box.width / box.height;
  return {
    src: addressOf(middle, fallback),
    sources: (['avif', 'webp'] as const).map((extension) => ({
      type: VARIANT_TYPES[extension],
      srcset: srcset(extension),
    })),
    sizes,
    width: shown,
    height: Math.max(1, Math.round(shown / ratio)),
    alt: row.alt,
    caption: row.caption,
    credit: row.credit,
    kind: row.kind,
  };
}
