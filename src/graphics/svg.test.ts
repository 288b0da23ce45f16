import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { el, num, svgDocument, textNode } from './svg.ts';
import { parseSvg } from './testing/parse-svg.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('SVG markup', () => {
  it('is well-formed whatever the words are, and keeps them', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, words) => {
        const { elements } = parseSvg(
          svgDocument(10, 10, title, words, el('g', { id: words }, textNode(title))),
        );
        expect(elements.map(({ name }) => name)).toEqual(['svg', 'title', 'desc', 'g']);
      }),
    );
  });

  it('does not let words become markup', () => {
    const { elements, text } = parseSvg(
      svgDocument(1, 1, '</title><script>alert(1)</script>', 'a "quote" & more'),
    );
    expect(elements.map(({ name }) => name)).toEqual(['svg', 'title', 'desc']);
    expect(text).toContain('</title><script>alert(1)</script>');
    expect(text).toContain('a "quote" & more');
  });

  it('leaves out what XML cannot hold: control characters and halves of pairs', () => {
    expect(parseSvg(svgDocument(1, 1, 'a\u0000\u0008b\ud800c\uffffd', '')).text).toBe('abcd');
  });

  it('writes numbers short and never as NaN', () => {
    expect([1, 1.005, -0.001, 1e-9, Number.NaN, Number.POSITIVE_INFINITY].map(num)).toEqual([
      '1',
      '1',
      '0',
      '0',
      '0',
      '0',
    ]);
  });

  it('leaves out attributes and children that are absent', () => {
    expect(el('a', { x: 1, y: undefined }, undefined, false).markup).toBe('<a x="1"/>');
  });
});
