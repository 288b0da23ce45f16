import { inflateSync } from 'node:zlib';

const HEADER_BYTES = 44;
const WOFF_ENTRY_BYTES = 20;
const SFNT_ENTRY_BYTES = 16;

/**
 * Unpacks a WOFF 1.0 file (W3C Recommendation, 2012) into the bare TrueType or OpenType file that shapers read.
 * Throws a RangeError when the bytes are not WOFF or are cut short.
 */
export function sfntFromWoff(woff: Buffer): Uint8Array {
  if (woff.length < HEADER_BYTES || woff.toString('latin1', 0, 4) !== 'wOFF')
    throw new RangeError('not a WOFF 1.0 file');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => readTable(woff, index));
  const out = Buffer.alloc(
    tables.reduce((end, table) => end + padded(table.data.length), 12 + tables.length * SFNT_ENTRY_BYTES),
  );
  writeHeader(out, woff.readUInt32BE(4), tables.length);
  let offset = 12 + tables.length * SFNT_ENTRY_BYTES;
  for (const [index, table] of tables.entries()) {
    const entry = 12 + index * SFNT_ENTRY_BYTES;
    out.write(table.tag, entry, 'latin1');
    out.writeUInt32BE(table.checksum, entry + 4);
    out.writeUInt32BE(offset, entry + 8);
    out.writeUInt32BE(table.data.length, entry + 12);
    table.data.copy(out, offset);
    offset += padded(table.data.length);
  }
  return out;
}

const padded = (bytes: number) => (bytes + 3) & ~3;

function readTable(woff: Buffer, index: number) {
  const entry = HEADER_BYTES + index * WOFF_ENTRY_BYTES;
  const offset = woff.readUInt32BE(entry + 4);
  const packed = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const bytes = woff.subarray(offset, offset + packed);
  if (bytes.length !== packed) throw new RangeError('the WOFF file is cut short');
  const data = packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes;
  return { tag: woff.toString('latin1', entry, entry + 4), checksum: woff.readUInt32BE(entry + 16), data };
}

function writeHeader(out: Buffer, flavor: number, tables: number) {
  const power = Math.floor(Math.log2(tables));
  out.writeUInt32BE(flavor, 0);
  out.writeUInt16BE(tables, 4);
  out.writeUInt16BE(SFNT_ENTRY_BYTES * 2 ** power, 6);
  out.writeUInt16BE(power, 8);
  out.writeUInt16BE(SFNT_ENTRY_BYTES * (tables - 2 ** power), 10);
}
