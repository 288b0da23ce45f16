import { scaleLinear } from 'd3-scale';
import type { Box } from '../box.ts';
import { drawFramed, type Graphic, type GraphicText } from '../frame.ts';
import { drawLabel } from '../label.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';
import { type FigureFormat, formatFigure, withDecimals } from './figures.ts';
import { drawRowLabel, layOutRows, type RowLayout } from './rows.ts';

/** Horizontal bars. A row with `highlight` takes the accent; with none marked, all do. */
export type BarChart = GraphicText & {
  rows: { label: string; value: number; highlight?: boolean }[];
  format?: FigureFormat;
};

/** Bars with their names before or above them and their values at their ends; bars below zero go left. */
export function drawBarChart(type: Typesetter, chart: BarChart): Graphic {
  const rows = layOutRows(
    type,
    chart.rows.map((row) => row.label),
    { bar: 22, gap: 14 },
  );
  return drawFramed(type, chart, { height: rows.height }, (area) => drawBars(type, chart, rows, area));
}

function drawBars(type: Typesetter, chart: BarChart, rows: RowLayout, area: Box): Svg {
  const values = chart.rows.map((row) => row.value);
  const texts = values.map((value) => formatFigure(value, withDecimals(chart.format, values)));
  const reserve = Math.max(...texts.map((text) => type.measure(text, STYLES.value))) + 8;
  const hasNegative = Math.min(...values) < 0;
  const scale = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values) || 1])
    .range([area.x0 + rows.labelWidth + (hasNegative ? reserve : 0), area.x1 - reserve]);
  const zero = scale(0);
  const anyMarked = chart.rows.some((row) => row.highlight);
  const bars = chart.rows.map((row, index) => {
    const top = area.y0 + rows.barTop(index);
    const end = scale(row.value);
    const marked = row.highlight || !anyMarked;
    const bar = el('rect', {
      x: Math.min(zero, end),
      y: top,
      width: Math.max(1, Math.abs(end - zero)),
      height: rows.bar,
      fill: marked ? PALETTE.accent : PALETTE.quiet,
    });
    const value = drawLabel(type, texts[index] ?? '', {
      x: row.value < 0 ? end - 7 : end + 7,
      y: top + rows.bar / 2 + 5.6,
      anchor: row.value < 0 ? 'end' : 'start',
      style: row.highlight ? { ...STYLES.value, weight: 700 } : STYLES.value,
    });
    return el('g', {}, drawRowLabel(type, rows, index, area, row.highlight), bar, value.svg);
  });
  const axis =
    rows.labelWidth > 0 &&
    el('rect', {
      x: zero - 0.6,
      y: area.y0 - 2,
      width: 1.2,
      height: rows.height + 4 - rows.tail,
      fill: PALETTE.ink,
    });
  return el('g', {}, ...bars, axis);
}
