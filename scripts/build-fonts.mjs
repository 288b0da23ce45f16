/**
 * Cuts the paper's faces out of the variable fonts that @fontsource ships, and writes them to src/ui/fonts.
 * The results are kept in the repository: this runs only when a face is added or its letters change
 * (`node scripts/build-fonts.mjs`), never on a machine that merely serves the paper.
 *
 * Why single instances: the variable Newsreader with both axes costs 132 kB; the two roman cuts that an article
 * needs cost 33 kB together, and each further cut loads only on a page that uses it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { blankFont } from './blank-font.mjs';

const require = createRequire(import.meta.url);
const out = fileURLToPath(new URL('../src/ui/fonts/', import.meta.url));

/** Letters of the first file of each face; src/ui/fonts.css names the same set as its unicode-range. */
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).join('');
const punctuation = '\u00a0–—‘’“”…•·×°£€©§«»←→↑−½¼¾';
const accented = 'éèêëáàâäãåíóôöøúüñçßÉÖÜ';
/** Italics are words in a sentence: signs that hardly ever stand in one come from the second file. */
const slanted = `${ascii.replace(/[^\w !"&'(),./:;?-]|_/g, '')}\u00a0–—‘’“”…·£€«»`;
const letters = ascii + punctuation + accented;

const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin-opsz';
const franklin = '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght';

const korean = '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-500-normal.woff2';

/** `step`: kerning is rounded to so many units (2000 to the em). 20 units are 0.2 pixels in the text. */
const faces = [
  { name: 'newsreader-text', from: `${newsreader}-normal.woff2`, axes: { wght: 400, opsz: 16 }, step: 20 },
  {
    name: 'newsreader-text-italic',
    from: `${newsreader}-italic.woff2`,
    axes: { wght: 400, opsz: 16 },
    letters: slanted,
    step: 200,
  },
  { name: 'newsreader-display', from: `${newsreader}-normal.woff2`, axes: { wght: 500, opsz: 40 }, step: 16 },
  { name: 'franklin', from: `${franklin}-normal.woff2`, axes: { wght: 500 }, step: 5 },
  // On an English page, the way to the Korean edition must be legible on a machine without a Korean font.
  { name: 'franklin-hangul', from: korean, letters: '한국어이기사를로' },
];

for (const face of faces) {
  const source = await readFile(require.resolve(face.from));
  const cut = await subsetFont(source, face.letters ?? letters, {
    targetFormat: 'truetype',
    variationAxes: face.axes,
  });
  if (face.step) roundKerning(cut, face.step);
  const packed = await convert(cut, 'woff2');
  await writeFile(`${out}${face.name}.woff2`, packed);
  console.log(`${face.name}.woff2 ${packed.length} bytes`);
}

// The widths of Noto Serif KR, cuts 400 and 600 (they differ by two hundredths of an em at most). What is narrow stands
// between the others in ASCII.
const [space, narrow, letter, syllable] = [255, 330, 560, 966];
const room = blankFont({
  name: 'Hangul Room',
  ascent: 1151,
  descent: 286,
  groups: [
    [0x20, 0x20, space],
    [0x21, 0x22, narrow],
    [0x23, 0x26, letter],
    [0x27, 0x29, narrow],
    [0x2a, 0x2b, letter],
    [0x2c, 0x2e, narrow],
    [0x2f, 0x39, letter],
    [0x3a, 0x3b, narrow],
    [0x3c, 0x7e, letter],
    [0xa0, 0xa0, space],
    [0xb7, 0xb7, narrow],
    [0xac00, 0xd7a3, syllable],
  ],
});
const packedRoom = await convert(room, 'woff2');
await writeFile(`${out}hangul-room.woff2`, packedRoom);
console.log(`hangul-room.woff2 ${packedRoom.length} bytes`);

/**
 * Rounds, in place, every kerning value to a multiple of `step` units: kerning is two fifths of a Newsreader cut, and
 * its last digits cannot be seen. Reads the pair positioning subtables of GPOS (OpenType 1.9, lookup type 2, and 9 which
 * holds it).
 */
function roundKerning(font, step) {
  const gpos = tableOffset(font, 'GPOS');
  if (gpos === undefined) return;
  const lookups = gpos + font.readUInt16BE(gpos + 8);
  for (const lookup of offsets(font, lookups, lookups)) {
    const type = font.readUInt16BE(lookup);
    for (const subtable of offsets(font, lookup + 4, lookup)) {
      const at = type === 9 ? subtable + font.readUInt32BE(subtable + 4) : subtable;
      const kind = type === 9 ? font.readUInt16BE(subtable + 2) : type;
      if (kind === 2)
        for (const value of advances(font, at))
          font.writeInt16BE(Math.round(font.readInt16BE(value) / step) * step, value);
    }
  }
}

function tableOffset(font, tag) {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16);
  const record = records.find((at) => font.toString('latin1', at, at + 4) === tag);
  return record === undefined ? undefined : font.readUInt32BE(record + 8);
}

/** A counted list of 16-bit offsets at `at`, counted from `base`. */
function offsets(font, at, base) {
  return Array.from({ length: font.readUInt16BE(at) }, (_, i) => base + font.readUInt16BE(at + 2 + i * 2));
}

/** Where the kerning values of a pair positioning subtable lie, if they are plain advances of the first glyph. */
function advances(font, at) {
  const [format, , first, second] = [0, 2, 4, 6].map((skip) => font.readUInt16BE(at + skip));
  if (first !== 4 || second !== 0) return [];
  if (format === 1) {
    return offsets(font, at + 8, at).flatMap((set) =>
      Array.from({ length: font.readUInt16BE(set) }, (_, i) => set + 2 + i * 4 + 2),
    );
  }
  const cells = font.readUInt16BE(at + 12) * font.readUInt16BE(at + 14);
  return Array.from({ length: cells }, (_, i) => at + 16 + i * 2);
}
