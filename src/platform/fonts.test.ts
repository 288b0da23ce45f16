import { expect, it } from 'vitest';
import { findFontSlice, parseFontFaces } from './fonts.ts';
import { sfntFromWoff } from './woff.ts';

it('reads a style sheet into files and character ranges', () => {
  const css = `@font-face { src: url(./a.woff2) format('woff2'), url(./a.woff) format('woff'); unicode-range: U+0-7F,U+2013; }
    @font-face { src: url(./b.woff) format('woff'); }`;
  expect(parseFontFaces(css)).toEqual([
    {
      file: './a.woff',
      ranges: [
        [0, 0x7f],
        [0x2013, 0x2013],
      ],
    },
    { file: './b.woff', ranges: [[0, 0x10ffff]] },
  ]);
});

it('finds one slice for all Latin letters, and other slices for Hangul', () => {
  const latin = findFontSlice('newsreader', 600, false, 0x41);
  expect(latin?.sfnt.subarray(0, 4)).toEqual(Buffer.from([0, 1, 0, 0]));
  expect(findFontSlice('newsreader', 600, false, 0x7a)).toBe(latin);
  expect(findFontSlice('newsreader', 600, false, 0xd55c)).toBeUndefined();
  const hangul = findFontSlice('noto-serif-kr', 600, false, 0xd55c);
  expect(hangul?.id).toMatch(/noto-serif-kr-\d+-600-normal\.woff$/);
});

it('tells italics and weights apart', () => {
  const ids = [
    findFontSlice('newsreader', 400, true, 0x41),
    findFontSlice('newsreader', 400, false, 0x41),
    findFontSlice('newsreader', 700, false, 0x41),
  ];
  expect(new Set(ids.map((slice) => slice?.id)).size).toBe(3);
});

it('refuses what is not WOFF and what is cut short', () => {
  expect(() => sfntFromWoff(Buffer.from('not a font at all, but long enough for a header of one'))).toThrow(
    'not a WOFF',
  );
  const header = Buffer.alloc(64);
  header.write('wOFF');
  header.writeUInt16BE(1, 12);
  header.writeUInt32BE(64, 48);
  header.writeUInt32BE(500, 52);
  header.writeUInt32BE(900, 56);
  expect(() => sfntFromWoff(header)).toThrow('cut short');
});
