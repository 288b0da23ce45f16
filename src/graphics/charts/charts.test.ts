import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxesOverlap, boxWithin } from '../box.ts';
import type { Graphic } from '../frame.ts';
import { parseSvg } from '../testing/parse-svg.ts';
import { plainType, textBoxes } from '../testing/plain-type.ts';
import { drawBarChart } from './bar-chart.ts';
import { drawColumnChart } from './column-chart.ts';
import { drawDotChart } from './dot-chart.ts';
import { drawGroupedBars } from './grouped-bars.ts';
import { drawLineChart } from './line-chart.ts';
import { drawShareChart } from './share-chart.ts';

const words = {
  title: 'A title',
  subtitle: 'What is counted, in what',
  source: 'Source: the office',
  alt: 'What it shows',
};
const name = fc
  .string({ unit: fc.constantFrom('a', 'b', 'm', ' ', '가'), minLength: 1, maxLength: 24 })
  .map((text) => text.trim() || 'a');
const figure = fc.integer({ min: 0, max: 9999 });
const listOf = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { minLength: 1, maxLength: most });

function expectTidy({ svg, width, height }: Graphic): void {
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  const boxes = textBoxes(svg);
  expect(boxes.length).toBeGreaterThan(2);
  const picture: Box = { x0: 0, y0: 0, x1: width, y1: height };
  for (const [index, box] of boxes.entries()) {
    expect(boxWithin(box, picture)).toBe(true);
    for (const other of boxes.slice(index + 1))
      if (boxesOverlap(box, other)) throw new Error(`text overlaps: ${JSON.stringify([box, other])}`);
  }
}

describe('text in charts stays inside and never covers other text', () => {
  it('in bars', () => {
    const rows = listOf(
      fc.record({ label: name, value: fc.integer({ min: -900, max: 900 }), highlight: fc.boolean() }),
      10,
    );
    fc.assert(fc.property(rows, (some) => expectTidy(drawBarChart(plainType, { ...words, rows: some }))));
  });

  it('in grouped bars', () => {
    const rows = listOf(fc.record({ label: name, values: fc.tuple(figure, figure) }), 6);
    fc.assert(
      fc.property(rows, (some) =>
        expectTidy(drawGroupedBars(plainType, { ...words, series: ['2019', '2025'], rows: some })),
      ),
    );
  });

  it('in shares', () => {
    const rows = listOf(fc.record({ label: name, values: fc.tuple(figure, figure, figure, figure) }), 6);
    const parts = ['Work', 'School', 'Visits', 'Other'];
    fc.assert(
      fc.property(rows, (some) => expectTidy(drawShareChart(plainType, { ...words, parts, rows: some }))),
    );
  });

  it('in dots', () => {
    const rows = listOf(fc.record({ label: name, values: fc.tuple(figure) }), 10);
    const references = [
      { label: 'Target', value: 95 },
      { label: 'Mean', value: 90 },
    ];
    fc.assert(
      fc.property(rows, (some) => expectTidy(drawDotChart(plainType, { ...words, rows: some, references }))),
    );
  });

  it('in ranges', () => {
    const rows = listOf(fc.record({ label: name, values: fc.tuple(figure, figure) }), 8);
    fc.assert(
      fc.property(rows, (some) =>
        expectTidy(drawDotChart(plainType, { ...words, rows: some, names: ['Women', 'Men'] })),
      ),
    );
  });

  it('in columns', () => {
    const columns = fc.integer({ min: 1, max: 14 }).chain((count) =>
      fc.record({
        labels: fc.array(name, { minLength: count, maxLength: count }),
        values: fc.array(figure, { minLength: count, maxLength: count }),
      }),
    );
    fc.assert(fc.property(columns, (some) => expectTidy(drawColumnChart(plainType, { ...words, ...some }))));
  });

  it('in lines, names at their ends included', () => {
    const chart = fc.integer({ min: 2, max: 14 }).chain((count) =>
      fc.record({
        labels: fc.array(name, { minLength: count, maxLength: count }),
        series: fc.array(
          fc.record({
            name: fc.constantFrom('Rents', 'Wages', 'Prices'),
            values: fc.array(figure, { minLength: count, maxLength: count }),
          }),
          { minLength: 2, maxLength: 4 },
        ),
      }),
    );
    fc.assert(fc.property(chart, (some) => expectTidy(drawLineChart(plainType, { ...words, ...some }))));
  });
});

it('turns words with markup into words in every kind of chart', () => {
  const hostile = '<script>alert("1")</script>&amp;\u0000';
  const texts = { title: hostile, subtitle: hostile, source: hostile, alt: hostile, note: hostile };
  const charts = [
    drawBarChart(plainType, { ...texts, rows: [{ label: hostile, value: 1 }] }),
    drawColumnChart(plainType, { ...texts, labels: [hostile], values: [1] }),
    drawLineChart(plainType, {
      ...texts,
      labels: [hostile, 'b'],
      series: [{ name: hostile, values: [1, 2] }],
    }),
    drawShareChart(plainType, { ...texts, parts: [hostile], rows: [{ label: hostile, values: [1] }] }),
  ];
  for (const { svg } of charts) {
    const { elements, text } = parseSvg(svg);
    expect(elements.map((element) => element.name)).not.toContain('script');
    expect(text).toContain('<script>alert("1")</script>&amp;');
  }
});

it('draws a bar as long as its value says', () => {
  const { svg } = drawBarChart(plainType, {
    ...words,
    rows: [
      { label: 'a', value: 100 },
      { label: 'b', value: 50 },
      { label: 'c', value: 0 },
    ],
  });
  const bars = parseSvg(svg)
    .elements.filter(({ attributes }) => attributes.height === '22')
    .map(({ attributes }) => Number(attributes.width));
  expect(bars[1]).toBeCloseTo((bars[0] ?? 0) / 2, 1);
  expect(bars[2]).toBe(1);
});

it('starts an area at zero and a line chart near its values', () => {
  const chart = { ...words, labels: ['a', 'b'], series: [{ name: 'x', values: [900, 1000] }] };
  const lowest = (svg: string) =>
    Math.max(
      ...parseSvg(svg)
        .elements.filter(({ name, attributes }) => name === 'circle' && attributes.cy)
        .map(({ attributes }) => Number(attributes.cy)),
    );
  expect(lowest(drawLineChart(plainType, { ...chart, fill: true }).svg)).toBeLessThan(
    lowest(drawLineChart(plainType, chart).svg),
  );
});
