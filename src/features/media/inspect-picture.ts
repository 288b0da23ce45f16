import sharp, { type Metadata } from 'sharp';
import { AppError, messageOf } from '#lib/errors.ts';

/** A newspaper's photographs are well under these; what is over them is a mistake or an attack. */
const MOST_BYTES = 40_000_000;
export const MOST_PIXELS = 100_000_000;
const DECODE_SECONDS = 20;

/** Upright size in px; `extension` as used in the file store. */
export type InspectedPicture = { mime: string; extension: string; width: number; height: number };

type Format = { mime: string; extension: string; starts: (head: string) => boolean };

const startsWith =
  (...magics: string[]) =>
  (head: string) =>
    magics.some((magic) => head.startsWith(magic));

/** Told by the first bytes alone: what does not start like a picture never reaches a decoder, SVG above all. */
const FORMATS: Format[] = [
  { mime: 'image/jpeg', extension: 'jpg', starts: startsWith('\xff\xd8\xff') },
  { mime: 'image/png', extension: 'png', starts: startsWith('\x89PNG\r\n\x1a\n') },
  { mime: 'image/gif', extension: 'gif', starts: startsWith('GIF87a', 'GIF89a') },
  {
    mime: 'image/webp',
    extension: 'webp',
    starts: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
  },
  { mime: 'image/tiff', extension: 'tif', starts: startsWith('II*\0', 'MM\0*') },
  { mime: 'image/avif', extension: 'avif', starts: (head) => /^ftypavi[fs]/.test(head.slice(4)) },
];

/**
 * Finds out what bytes from outside are and that they decode whole. Throws `too_large` over 40 MB or 100 megapixels and
 * `bad_input` for anything that is not a complete JPEG, PNG, GIF, WebP, TIFF or AVIF, each with the reason.
 */
export async function inspectPicture(bytes: Uint8Array): Promise<InspectedPicture> {
  if (bytes.length > MOST_BYTES) {
    throw new AppError(
      'too_large',
      `The picture has ${Math.round(bytes.length / 1e6)} MB; the most is ${MOST_BYTES / 1e6} MB.`,
    );
  }
  const format = sniff(bytes);
  const { width, height } = await readSize(bytes);
  if (width * height > MOST_PIXELS) {
    throw new AppError(
      'too_large',
      `The picture has ${width} × ${height} pixels; the most is ${MOST_PIXELS / 1e6} million.`,
    );
  }
  await decodeWhole(bytes);
  return { mime: format.mime, extension: format.extension, width, height };
}

function sniff(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const format = FORMATS.find(({ starts }) => starts(head));
  if (format) return format;
  const isSvg = /<svg[\s/>]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
  const reason = isSvg
    ? 'SVG from outside is not taken: it can carry scripts'
    : 'the bytes do not start like a picture';
  throw new AppError('bad_input', `Not a picture: ${reason}. JPEG, PNG, GIF, WebP, TIFF and AVIF are taken.`);
}

async function readSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const metadata = await explain(sharp(bytes, { limitInputPixels: false }).metadata());
  return uprightSize(metadata);
}

const uprightSize = ({ autoOrient, width, height }: Metadata) => ({
  width: autoOrient?.width ?? width ?? 0,
  height: autoOrient?.height ?? height ?? 0,
});

/** Decodes every row, into a small picture so that memory stays small. */
async function decodeWhole(bytes: Uint8Array): Promise<void> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true });
  await explain(
    picture.timeout({ seconds: DECODE_SECONDS }).resize(32, 32, { fit: 'inside' }).raw().toBuffer(),
  );
}

async function explain<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new AppError('bad_input', `The picture is damaged or cut short: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
