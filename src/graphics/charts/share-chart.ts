import type { Box } from '../box.ts';
import { drawFramed, type Graphic, type GraphicText } from '../frame.ts';
import { drawLabel } from '../label.ts';
import { PALETTE, seriesColour, seriesFill } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';
import { type FigureFormat, formatFigure, withDecimals } from './figures.ts';
import { drawRowLabel, layOutRows, type RowLayout } from './rows.ts';
import { spreadLabels } from './spread-labels.ts';

/** Parts of a whole, one bar per row; every row has one value per name in `parts`, in that order. */
export type ShareChart = GraphicText & {
  parts: string[];
  rows: { label: string; values: number[] }[];
  format?: FigureFormat;
};

const KEY_HEIGHT = 34;
const NAME_GAP = 14;

/** Stacked bars that fill the width. The names of the parts stand over the first bar, each above its own piece. */
export function drawShareChart(type: Typesetter, chart: ShareChart): Graphic {
  const rows = layOutRows(
    type,
    chart.rows.map((row) => row.label),
    { bar: 34, gap: 12 },
  );
  return drawFramed(type, chart, { height: rows.height + KEY_HEIGHT }, (area) => {
    const body = { ...area, y0: area.y0 + KEY_HEIGHT };
    const bars = chart.rows.map((row, index) =>
      el(
        'g',
        {},
        drawRowLabel(type, rows, index, body),
        ...drawPieces(type, chart, row.values, rows, index, body),
      ),
    );
    return el('g', {}, drawNames(type, chart, rows, body), ...bars);
  });
}

const inksOn = (index: number): string => (index < 2 ? '#ffffff' : PALETTE.ink);

function edgesOf(values: number[], left: number, right: number): number[] {
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const edges = [left];
  for (const value of values) edges.push((edges.at(-1) ?? left) + (value / total) * (right - left));
  return edges;
}

function drawPieces(
  type: Typesetter,
  chart: ShareChart,
  values: number[],
  rows: RowLayout,
  row: number,
  area: Box,
): Svg[] {
  const edges = edgesOf(values, area.x0 + rows.labelWidth, area.x1);
  const top = area.y0 + rows.barTop(row);
  return values.map((value, index) => {
    const x = edges[index] ?? 0;
    const width = Math.max(0, (edges[index + 1] ?? 0) - x - 1.5);
    const text = formatFigure(
      value,
      withDecimals(
        chart.format,
        chart.rows.flatMap((row) => row.values),
      ),
    );
    const fits = type.measure(text, STYLES.value) + 10 <= width;
    const figure =
      fits &&
      drawLabel(type, text, {
        x: x + 7,
        y: top + rows.bar / 2 + 5.6,
        style: STYLES.value,
        fill: inksOn(index),
      }).svg;
    return el('g', {}, el('rect', { x, y: top, width, height: rows.bar, fill: seriesFill(index) }), figure);
  });
}

function drawNames(type: Typesetter, chart: ShareChart, rows: RowLayout, area: Box): Svg {
  const edges = edgesOf(chart.rows[0]?.values ?? [], area.x0 + rows.labelWidth, area.x1);
  const style = STYLES.labelStrong;
  const widths = chart.parts.map((part) => type.measure(part, style));
  const wanted = chart.parts.map((_, index) => ({
    at: (edges[index] ?? 0) + (widths[index] ?? 0) / 2,
    size: (widths[index] ?? 0) + NAME_GAP,
  }));
  const centres = spreadLabels(wanted, area.x0 - NAME_GAP / 2, area.x1 + NAME_GAP / 2);
  const top = area.y0 + rows.barTop(0) - (rows.labelWidth === 0 ? 24 : 0);
  const names = chart.parts.map((part, index) => {
    const x = (centres[index] ?? 0) - (widths[index] ?? 0) / 2;
    return drawLabel(type, part, {
      x,
      y: top - 14,
      style,
      fill: index < 2 ? seriesColour(index) : PALETTE.ink,
    }).svg;
  });
  return el('g', {}, ...names);
}
