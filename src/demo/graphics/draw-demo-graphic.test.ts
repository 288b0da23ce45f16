import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSvg } from '#graphics/testing/parse-svg.ts';
import { demoGraphicsSchema } from './demo-graphics.schema.ts';
import { drawDemoGraphic } from './draw-demo-graphic.ts';

const json: unknown = JSON.parse(readFileSync(new URL('../graphics.json', import.meta.url), 'utf8'));
const keys = demoGraphicsSchema.parse(json).graphics.map(({ key }) => key);

describe('the graphics of the demo edition', () => {
  it.each(keys)('%s is whole SVG without fonts, scripts or anything from elsewhere', (key) => {
    const { svg, width, height } = drawDemoGraphic(key, json);
    const { elements } = parseSvg(svg);
    const names = new Set(elements.map(({ name }) => name));
    for (const forbidden of ['text', 'image', 'script', 'style', 'foreignObject', 'use'])
      expect(names).not.toContain(forbidden);
    expect(elements[0]?.attributes).toMatchObject({
      width: String(width),
      height: String(height),
      role: 'img',
    });
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('are the same every time', () => {
    expect(drawDemoGraphic('map-ferries', json).svg).toBe(drawDemoGraphic('map-ferries', json).svg);
  });

  it('names a key that does not exist', () => {
    expect(() => drawDemoGraphic('map-atlantis', json)).toThrow('no graphic "map-atlantis"');
  });
});
