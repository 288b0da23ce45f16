import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';

/** Content codings in the order of preference between equals; a coding is known by its place here. */
export const encodings = ['identity', 'br', 'zstd', 'gzip'] as const;

/** What an ETag carries after its digest, so that no two representations of a page share one (RFC 9110, 8.8.3). */
export const etagSuffixes = ['', '-br', '-zs', '-gz'] as const;

const identity = 0;
/** Real browsers send a handful of spellings; the bound only keeps made-up ones from piling up. */
const memoLimit = 256;
const memo = new Map<string, number>();

const weightOf = (parameters: readonly string[]): number => {
  const q = parameters.map((part) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(part)?.[1]).find(Boolean);
  return q === undefined ? 1 : Number(q);
};

const parse = (header: string): number => {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';');
    weights.set(name.trim(), weightOf(parameters));
  }
  let best = identity;
  let bestWeight = 0;
  for (let index = 1; index < encodings.length; index += 1) {
    const weight = weights.get(encodings[index] ?? '') ?? weights.get('*') ?? 0;
    if (weight > bestWeight) {
      best = index;
      bestWeight = weight;
    }
  }
  return (weights.get('identity') ?? 0) > bestWeight ? identity : best;
};

/** Accept-Encoding (RFC 9110, 12.5.3) to a place in `encodings`; what cannot be met is answered as identity. */
export const negotiateEncoding = (header: string | undefined): number => {
  if (header === undefined) return identity;
  const known = memo.get(header);
  if (known !== undefined) return known;
  const parsed = parse(header);
  if (memo.size >= memoLimit) memo.clear();
  memo.set(header, parsed);
  return parsed;
};

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const zstdAsync = promisify(zstdCompress);

/** Compresses off the main thread. Levels suit bytes made once and sent many times, yet ready in a few milliseconds. */
export const compress = (body: Buffer, encoding: number): Promise<Buffer> => {
  switch (encodings[encoding]) {
    case 'br':
      return brotliAsync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    case 'zstd':
      return zstdAsync(body, { params: { [constants.ZSTD_c_compressionLevel]: 9 } });
    case 'gzip':
      return gzipAsync(body, { level: 7 });
    default:
      return Promise.resolve(body);
  }
};

const textTypes =
  /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml)\b|application\/javascript|image\/svg\+xml)/i;
/** Below this a compressed body and its header are no smaller than the body: one packet either way. */
const smallestWorthwhile = 600;

/** Whether compressing pays for this kind and length of body. */
export const isCompressible = (contentType: string, length: number): boolean =>
  length >= smallestWorthwhile && textTypes.test(contentType);
