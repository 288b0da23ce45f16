import { Face, Feature, Font, Blob as HbBlob, Buffer as HbBuffer, shape } from 'harfbuzzjs';
import { num } from './svg.ts';

/** How text is set. `size` in px, `tracking` in em. */
export type TextStyle = {
  family: 'serif' | 'sans';
  weight: number;
  size: number;
  italic?: boolean;
  tracking?: number;
};

/** A line of text as an outline: `d` is an SVG path whose baseline starts at 0,0; `width` in px. */
type SetLine = { d: string; width: number };

export type Typesetter = {
  /** Width of a text in px on one line. */
  measure: (text: string, style: TextStyle) => number;
  /** The outline of a text on one line, moved so that its baseline starts at x, y. */
  outline: (text: string, style: TextStyle, x?: number, y?: number) => SetLine;
};

/** Finds font bytes for a character; `id` is the same for the same bytes. */
export type FontSource = (
  family: string,
  weight: number,
  italic: boolean,
  codePoint: number,
) => { id: string; sfnt: Uint8Array } | undefined;

type Command = { type: string; values: number[] };
type LoadedFont = { font: Font; unitsPerEm: number; outlines: Map<number, Command[]> };
type Run = { text: string; loaded: LoadedFont };
type Glyph = { loaded: LoadedFont; id: number; x: number; y: number };

/** Korean and symbols come from the second family; a Korean face has no italic. */
const FAMILIES = {
  serif: ['newsreader', 'noto-serif-kr'],
  sans: ['libre-franklin', 'noto-sans-kr'],
} as const;
const UNITS_OF_SCALE = 1000;
/** Figures as tall as capitals: charts and headlines have more capitals and figures than running text. */
const FEATURES = [new Feature('lnum', 1)];
const MEASURED_SIZE = 100;
const MOST_WIDTHS = 20_000;

/**
 * Sets text as outlines with HarfBuzz, kerning and ligatures included, so that a picture looks the same on a machine
 * without fonts. Characters that no font holds are left out.
 */
export function createTypesetter(fontSource: FontSource): Typesetter {
  const fonts = new Map<string, LoadedFont>();
  const buffer = new HbBuffer();
  const fontFor = (style: TextStyle, codePoint: number) => findFont(fontSource, fonts, style, codePoint);

  const layOut = (text: string, style: TextStyle) => {
    let pen = 0;
    const glyphs: Glyph[] = [];
    for (const run of splitRuns(text, style, fontFor)) {
      for (const glyph of shapeRun(buffer, run, style)) {
        glyphs.push({ loaded: run.loaded, id: glyph.id, x: pen + glyph.x, y: glyph.y });
        pen += glyph.advance;
      }
    }
    return { glyphs, width: glyphs.length ? pen - (style.tracking ?? 0) * style.size : 0 };
  };

  // Fitting a headline measures the same words dozens of times; widths grow with the size, so one measure does for all.
  const widths = new Map<string, number>();
  const measureOnce = (text: string, style: TextStyle) => {
    const key = `${style.family} ${style.weight} ${style.italic} ${style.tracking} ${text}`;
    const width = widths.get(key) ?? layOut(text, { ...style, size: MEASURED_SIZE }).width;
    if (widths.size >= MOST_WIDTHS) widths.clear();
    widths.set(key, width);
    return (width * style.size) / MEASURED_SIZE;
  };

  return {
    measure: measureOnce,
    outline: (text, style, x = 0, y = 0) => {
      const { glyphs, width } = layOut(text, style);
      return { d: glyphs.map((glyph) => drawGlyph(glyph, style.size, x, y)).join(''), width };
    },
  };
}

function findFont(source: FontSource, fonts: Map<string, LoadedFont>, style: TextStyle, codePoint: number) {
  for (const [index, family] of FAMILIES[style.family].entries()) {
    const slice = source(family, style.weight, index === 0 && style.italic === true, codePoint);
    if (!slice) continue;
    const loaded = fonts.get(slice.id) ?? loadFont(slice.sfnt);
    fonts.set(slice.id, loaded);
    if (loaded.font.nominalGlyph(codePoint)) return loaded;
  }
  return undefined;
}

function loadFont(sfnt: Uint8Array): LoadedFont {
  const face = new Face(new HbBlob(sfnt));
  const font = new Font(face);
  font.setScale(UNITS_OF_SCALE, UNITS_OF_SCALE);
  return { font, unitsPerEm: UNITS_OF_SCALE, outlines: new Map() };
}

function splitRuns(
  text: string,
  style: TextStyle,
  fontFor: (style: TextStyle, codePoint: number) => LoadedFont | undefined,
): Run[] {
  const runs: Run[] = [];
  for (const character of text.normalize('NFC')) {
    const previous = runs.at(-1);
    const loaded = fontFor(style, character.codePointAt(0) ?? 32);
    if (!loaded) continue;
    if (previous?.loaded === loaded) previous.text += character;
    else runs.push({ text: character, loaded });
  }
  return runs;
}

function shapeRun(buffer: HbBuffer, run: Run, style: TextStyle) {
  const scale = style.size / run.loaded.unitsPerEm;
  buffer.reset();
  buffer.addText(run.text);
  buffer.guessSegmentProperties();
  shape(run.loaded.font, buffer, FEATURES);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map((info, index) => {
    const position = positions[index];
    return {
      id: info.codepoint,
      x: (position?.xOffset ?? 0) * scale,
      y: -(position?.yOffset ?? 0) * scale,
      advance: (position?.xAdvance ?? 0) * scale + (style.tracking ?? 0) * style.size,
    };
  });
}

function drawGlyph(glyph: Glyph, size: number, x: number, y: number): string {
  const { font, outlines, unitsPerEm } = glyph.loaded;
  const commands = outlines.get(glyph.id) ?? font.glyphToJson(glyph.id);
  outlines.set(glyph.id, commands);
  const scale = size / unitsPerEm;
  return commands
    .map(({ type, values }) => {
      const points = values.map((value, index) =>
        num(index % 2 === 0 ? x + glyph.x + value * scale : y + glyph.y - value * scale),
      );
      return type + points.join(' ');
    })
    .join('');
}
