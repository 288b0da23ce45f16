import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesOverlap, boxWithin } from './box.ts';
import { drawSocialCard } from './social-card.ts';
import { parseSvg } from './testing/parse-svg.ts';
import { plainType, textBoxes } from './testing/plain-type.ts';

const card = { nameplate: 'The Courier', section: 'Politics', credit: '(Agency)', date: '24 November 2026' };

describe('a social card', () => {
  it('holds any headline of up to 200 characters, nothing over anything else', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'i', 'W', '한', '“'), minLength: 1, maxLength: 14 });
    const headline = fc
      .array(word, { minLength: 1, maxLength: 40 })
      .map((list) => list.join(' ').slice(0, 200));
    fc.assert(
      fc.property(headline, (text) => {
        const boxes = textBoxes(drawSocialCard(plainType, { ...card, headline: text }));
        for (const [index, box] of boxes.entries()) {
          expect(boxWithin(box, { x0: 60, y0: 0, x1: 1140, y1: 630 })).toBe(true);
          expect(boxes.slice(index + 1).some((other) => boxesOverlap(box, other))).toBe(false);
        }
      }),
    );
  });

  it('sets a short headline larger than a long one', () => {
    const heights = (headline: string) =>
      textBoxes(drawSocialCard(plainType, { nameplate: 'P', headline })).map(({ y0, y1 }) => y1 - y0);
    expect(Math.max(...heights('Budget passes'))).toBeGreaterThan(Math.max(...heights('word '.repeat(36))));
  });

  it('cuts a headline that no size can hold', () => {
    const svg = drawSocialCard(plainType, { ...card, headline: 'endless '.repeat(200) });
    expect(textBoxes(svg).every((box) => boxWithin(box, { x0: 60, y0: 0, x1: 1140, y1: 630 }))).toBe(true);
  });

  it('takes markup in a headline as words', () => {
    const { elements, text } = parseSvg(
      drawSocialCard(plainType, { ...card, headline: '<image href="x"/> & more' }),
    );
    expect(elements.map(({ name }) => name)).not.toContain('image');
    expect(text).toContain('<image href="x"/> & more');
  });
});
