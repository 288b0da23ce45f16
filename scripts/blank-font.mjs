/**
 * A TrueType font that prints nothing but takes room: every letter is empty and has the width that is asked for. While the
 * true face is on its way, text is set in this one, and nothing moves when the face arrives.
 *
 * @param name family name
 * @param ascent descent in thousandths of the em, both positive
 * @param groups `[first, last, width]`: code points from first to last, all of one width in thousandths of the em; in order
 * @returns the file; tables after OpenType 1.9, with a cmap of format 13 (many letters to one glyph)
 */
export function blankFont({ name, ascent, descent, groups }) {
  const widths = [...new Set(groups.map(([, , width]) => width))];
  const glyphs = widths.length + 1;
  const tables = {
    'OS/2': os2(ascent, descent, groups),
    cmap: cmap(groups.map(([first, last, width]) => [first, last, widths.indexOf(width) + 1])),
    glyf: DOT,
    head: head(ascent, descent),
    hhea: u16(1, 0, ascent, -descent, 0, Math.max(...widths), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, glyphs),
    hmtx: u16(...[widths[0], ...widths].flatMap((width) => [width, 0])),
    loca: u16(0, ...Array.from({ length: glyphs }, () => DOT.length / 2)),
    maxp: u16(1, 0, glyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    name: names(name),
    post: Buffer.concat([u16(3, 0, 0, 0, -100, 50), Buffer.alloc(20)]),
  };
  return assemble(tables);
}

/** A glyph of one point, which prints nothing: browsers refuse a font in which no letter has an outline at all. */
const DOT = Buffer.from('00010000000000000000000000003100', 'hex');

/** Whole numbers as big-endian 16-bit words; negative ones as two's complement. */
const u16 = (...values) => {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) buffer.writeUInt16BE(value & 0xffff, i * 2);
  return buffer;
};
const u32 = (...values) => Buffer.concat(values.map((value) => u16(value >>> 16, value)));

const head = (ascent, descent) =>
  Buffer.concat([
    u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    u16(0x000b, 1000),
    Buffer.alloc(16),
    u16(0, -descent, 1000, ascent, 0, 8, 2, 0, 0),
  ]);

function os2(ascent, descent, groups) {
  const first = Math.min(0xffff, groups[0][0]);
  const last = Math.min(0xffff, groups.at(-1)[1]);
  return Buffer.concat([
    u16(4, 500, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10),
    Buffer.alloc(16),
    Buffer.from('    '),
    u16(0x40, first, last, ascent, -descent, 0, ascent, descent),
    Buffer.alloc(8),
    u16(500, 700, 0, 32, 1),
  ]);
}

function cmap(groups) {
  const table = Buffer.concat([
    u16(13, 0),
    u32(16 + groups.length * 12, 0, groups.length),
    ...groups.map((group) => u32(...group)),
  ]);
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), table]);
}

function names(family) {
  const entries = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ].map(([id, text]) => [id, u16(...[...text].map((letter) => letter.charCodeAt(0)))]);
  let at = 0;
  const records = entries.map(([id, text]) => {
    const record = u16(3, 1, 0x409, id, text.length, at);
    at += text.length;
    return record;
  });
  const texts = entries.map(([, text]) => text);
  return Buffer.concat([u16(0, entries.length, 6 + entries.length * 12), ...records, ...texts]);
}

const padded = (buffer) => Buffer.concat([buffer, Buffer.alloc(-buffer.length & 3)]);

function checksum(buffer) {
  let sum = 0;
  for (let at = 0; at < buffer.length; at += 4) sum = (sum + buffer.readUInt32BE(at)) >>> 0;
  return sum;
}

function assemble(tables) {
  const entries = Object.entries(tables).map(([tag, data]) => ({
    tag,
    length: data.length,
    data: padded(data),
  }));
  const power = 2 ** Math.floor(Math.log2(entries.length));
  let at = 12 + entries.length * 16;
  const directory = entries.map(({ tag, data, length }) => {
    const record = Buffer.concat([Buffer.from(tag), u32(checksum(data), at, length)]);
    at += data.length;
    return record;
  });
  const start = [
    u32(0x00010000),
    u16(entries.length, power * 16, Math.log2(power), (entries.length - power) * 16),
  ];
  const file = Buffer.concat([...start, ...directory, ...entries.map(({ data }) => data)]);
  const headAt = directory[entries.findIndex(({ tag }) => tag === 'head')].readUInt32BE(8);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}
