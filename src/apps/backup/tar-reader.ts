import { AppError } from '#lib/errors.ts';
import { sumOf, TAR_BLOCK } from './tar-writer.ts';

export type TarEntry = { name: string; bytes: Buffer };

/** Ours are a few MB, pictures 40 at most: a larger size is a header that cannot be believed. */
const LARGEST_ENTRY = 512 * 1024 * 1024;

const damaged = (what: string) => new AppError('bad_input', what);

/** The files of a tar archive, one at a time and each whole. Throws `bad_input` where it is not one or ends too early. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const source = byteSource(chunks);
  for (;;) {
    const header = await source.take(TAR_BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const { name, size } = parseHeader(header);
    const padded = Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
    yield { name, bytes: (await source.take(padded)).subarray(0, size) };
  }
  // To the very end, so that what packs the archive can compare its own checksum.
  await source.drain();
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const field = (from: number, to: number) =>
    header.toString('latin1', from, to).split('\0')[0]?.trim() ?? '';
  const size = Number.parseInt(field(124, 136), 8);
  if (Number.parseInt(field(148, 156), 8) !== sumOf(header) || !(size <= LARGEST_ENTRY))
    throw damaged('a part of it has a header that cannot be read');
  return { name: field(0, 100), size };
}

/** Cuts a stream into pieces of the lengths that are asked for. */
function byteSource(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let length = 0;
  const take = async (wanted: number): Promise<Buffer> => {
    while (length < wanted) {
      const next = await iterator.next();
      if (next.done) throw damaged('it ends too early');
      held.push(next.value);
      length += next.value.length;
    }
    const all =
      held.length === 1 && held[0]
        ? Buffer.from(held[0].buffer, held[0].byteOffset, length)
        : Buffer.concat(held);
    held = [all.subarray(wanted)];
    length -= wanted;
    return all.subarray(0, wanted);
  };
  const drain = async (): Promise<void> => {
    while (!(await iterator.next()).done);
  };
  return { take, drain };
}
