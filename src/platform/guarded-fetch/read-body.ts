import { pipeline, Readable, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { FetchFailure } from './fetch-failure.ts';

/** What we ask for; `deflate` is understood too, but senders do not agree on what it is. */
export const ACCEPTED_ENCODINGS = 'gzip, br, zstd';

const MEGABYTE = 1024 * 1024;
/** RFC 9659: content coded with zstd needs a window of at most 8 MB. */
const ZSTD_WINDOW_LOG = 23;

const sizeOf = (bytes: number): string =>
  bytes >= MEGABYTE ? `${Math.round(bytes / MEGABYTE)} MB` : `${Math.ceil(bytes / 1024)} kB`;

const tooLarge = (maxBytes: number, what: string): FetchFailure =>
  new FetchFailure('too_large', `${what} is larger than the ${sizeOf(maxBytes)} that are read.`);

async function* countBytes(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  what: string,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes, what);
    yield chunk;
  }
}

/** "deflate" is zlib by RFC 9110 and bare deflate from many a sender; the first byte tells. */
async function toInflate(source: AsyncIterator<Uint8Array>): Promise<[Transform, AsyncIterable<Uint8Array>]> {
  const first = await source.next();
  const isZlib = !first.done && ((first.value[0] ?? 0) & 0x0f) === 8;
  const rest = { [Symbol.asyncIterator]: () => source };
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (first.done) return;
    yield first.value;
    yield* rest;
  }
  return [isZlib ? createInflate() : createInflateRaw(), whole()];
}

async function toDecoder(
  coding: string,
  raw: AsyncGenerator<Uint8Array>,
): Promise<[Transform, AsyncIterable<Uint8Array>] | undefined> {
  switch (coding) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return [createGunzip(), raw];
    case 'br':
      return [createBrotliDecompress(), raw];
    case 'zstd':
      return [createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }), raw];
    case 'deflate':
      return toInflate(raw);
    default:
      throw new FetchFailure(
        'undecodable',
        `The body comes in the coding "${coding.slice(0, 60)}", which is not understood.`,
      );
  }
}

/**
 * Reads a body whole and undoes its content coding (one of gzip, br, zstd, deflate). Neither what comes in nor what comes out of it
 * may be larger than `maxBytes`: a few kilobytes of gzip can hold gigabytes. Reading stops at the limit.
 * @param coding the Content-Encoding header
 * @throws FetchFailure too_large, undecodable; what the stream itself throws passes through
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  coding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const raw = countBytes(body, maxBytes, 'The body');
  const decoder = await toDecoder((coding ?? '').trim().toLowerCase(), raw);
  if (!decoder) return join(raw);
  const [transform, source] = decoder;
  const decoded = pipeline(Readable.from(source, { objectMode: false }), transform, () => {});
  try {
    return await join(countBytes(decoded, maxBytes, 'The unpacked body'));
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new FetchFailure('undecodable', `The body cannot be unpacked as ${coding} (${error.message}).`, {
      cause: error,
    });
  }
}

const isZlibError = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  /^(Z_|ERR__ERROR|ERR_(BROTLI|ZSTD|ZLIB)|ZSTD_)/.test(String(error.code));

async function join(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
