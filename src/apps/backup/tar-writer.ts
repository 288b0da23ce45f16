import { AppError } from '#lib/errors.ts';

export const TAR_BLOCK = 512;
/** Two empty blocks end an archive. */
export const TAR_END = new Uint8Array(2 * TAR_BLOCK);

const LONGEST_NAME = 100;
/** Where the fields of a header lie; only those that we fill. */
const FIELDS = {
  name: 0,
  mode: 100,
  owner: 108,
  group: 116,
  size: 124,
  time: 136,
  sum: 148,
  type: 156,
  magic: 257,
};

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

/**
 * One file of a tar archive: its header, its bytes, and zeros up to a whole block. POSIX.1-1988 ustar, with names of
 * up to 100 ASCII characters and files of up to 8 GiB; throws `bad_input` beyond.
 */
export function toTarEntry(name: string, bytes: Uint8Array, at: Date): Uint8Array[] {
  if (name.length > LONGEST_NAME || !/^[\x21-\x7e]+$/.test(name))
    throw new AppError('bad_input', `"${name}" cannot be the name of a part of a backup.`);
  const header = Buffer.alloc(TAR_BLOCK);
  header.write(name, FIELDS.name, 'latin1');
  header.write(octal(0o600, 7), FIELDS.mode, 'latin1');
  header.write(octal(0, 7), FIELDS.owner, 'latin1');
  header.write(octal(0, 7), FIELDS.group, 'latin1');
  header.write(octal(bytes.length, 11), FIELDS.size, 'latin1');
  header.write(octal(Math.floor(at.getTime() / 1000), 11), FIELDS.time, 'latin1');
  header.write('0', FIELDS.type, 'latin1');
  header.write('ustar\u000000', FIELDS.magic, 'latin1');
  header.write(`${octal(sumOf(header), 6)} `, FIELDS.sum, 'latin1');
  return [header, bytes, new Uint8Array((TAR_BLOCK - (bytes.length % TAR_BLOCK)) % TAR_BLOCK)];
}

/** The sum of a header's bytes, its own field counted as spaces. */
export function sumOf(header: Uint8Array): number {
  const own = header.subarray(FIELDS.sum, FIELDS.sum + 8);
  const sum = (bytes: Uint8Array) => bytes.reduce((total, byte) => total + byte, 0);
  return sum(header) - sum(own) + own.length * 0x20;
}
