import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sfntFromWoff } from './woff.ts';

/** One font file, or one unicode-range slice of it, ready for a shaper. `id` tells slices apart. */
export type FontSlice = { id: string; sfnt: Uint8Array };

type SliceRule = { file: string; ranges: [from: number, to: number][] };

const require = createRequire(import.meta.url);
const rulesByFace = new Map<string, SliceRule[]>();
const slices = new Map<string, FontSlice>();

/**
 * The slice of an installed `@fontsource` family that holds a character, or undefined where the family lacks it.
 * Korean families come in some 120 slices; only those that a text needs are read, once per process.
 * Reading is synchronous on purpose: files are small, local and cached, and drawing stays a plain function.
 * `weight` is 100 to 900 in hundreds; throws when the family has no such weight.
 */
export function findFontSlice(
  family: string,
  weight: number,
  italic: boolean,
  codePoint: number,
): FontSlice | undefined {
  const rule = rulesFor(family, weight, italic).find(({ ranges }) =>
    ranges.some(([from, to]) => codePoint >= from && codePoint <= to),
  );
  return rule && readSlice(rule.file);
}

function readSlice(file: string): FontSlice {
  const known = slices.get(file);
  if (known) return known;
  const slice = { id: file, sfnt: sfntFromWoff(readFileSync(file)) };
  slices.set(file, slice);
  return slice;
}

function rulesFor(family: string, weight: number, italic: boolean): SliceRule[] {
  const sheet = `@fontsource/${family}/${weight}${italic ? '-italic' : ''}.css`;
  const known = rulesByFace.get(sheet);
  if (known) return known;
  const path = require.resolve(sheet);
  const rules = parseFontFaces(readFileSync(path, 'utf8')).map((rule) => ({
    ...rule,
    file: join(dirname(path), rule.file),
  }));
  rulesByFace.set(sheet, rules);
  return rules;
}

/** The WOFF file and the character ranges of every `@font-face` in a style sheet (CSS Fonts 4, `unicode-range`). */
export function parseFontFaces(css: string): SliceRule[] {
  return css.split('@font-face').flatMap((block) => {
    const file = /url\(([^)]+\.woff)\)/.exec(block)?.[1];
    const ranges = /unicode-range:\s*([^;}]+)/.exec(block)?.[1] ?? 'U+0-10FFFF';
    return file ? [{ file, ranges: ranges.split(',').map(parseRange) }] : [];
  });
}

function parseRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
