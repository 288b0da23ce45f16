import { scaleBand, scaleLinear } from 'd3-scale';
import type { Box } from '../box.ts';
import { drawFramed, type Graphic, type GraphicText } from '../frame.ts';
import { drawLabel } from '../label.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';
import { type FigureFormat, formatFigure, withDecimals } from './figures.ts';
import { drawXLabels } from './x-labels.ts';

/** Columns over time. `reference` marks one value across each column, for example a long-term mean. */
export type ColumnChart = GraphicText & {
  labels: string[];
  values: number[];
  reference?: { name: string; values: number[] };
  /** Positions that take the accent; with none given, those above the reference, or without one the last. */
  highlight?: number[];
  format?: FigureFormat;
};

type Scales = { x: (index: number) => number; y: (value: number) => number; band: number };

const PLOT_HEIGHT = 290;
const X_AXIS = 32;

/** Columns with their values on top, so that no scale is needed. Values are never below zero. */
export function drawColumnChart(type: Typesetter, chart: ColumnChart): Graphic {
  const key = chart.reference ? 30 : 0;
  return drawFramed(type, chart, { height: PLOT_HEIGHT + X_AXIS + key }, (area) => {
    const plot = { ...area, y0: area.y0 + key, y1: area.y1 - X_AXIS };
    const band = scaleBand(
      chart.labels.map((_, index) => index),
      [plot.x0, plot.x1],
    )
      .paddingInner(0.28)
      .paddingOuter(0.06);
    const most = Math.max(...chart.values, ...(chart.reference?.values ?? []), 0) || 1;
    const y = scaleLinear([0, most], [plot.y1, plot.y0 + 24]);
    const scales = { x: (index: number) => band(index) ?? 0, y, band: band.bandwidth() };
    const centres = chart.labels.map((_, index) => scales.x(index) + scales.band / 2);
    return el(
      'g',
      {},
      ...chart.values.map((_, index) => drawColumn(type, chart, index, scales, plot)),
      el('rect', { x: plot.x0, y: plot.y1 - 0.6, width: plot.x1 - plot.x0, height: 1.2, fill: PALETTE.ink }),
      drawXLabels(type, chart.labels, centres, plot, { from: plot.x0 - 4, to: plot.x1 + 4 }),
      chart.reference && drawReferenceKey(type, chart.reference.name, area),
    );
  });
}

function drawColumn(
  type: Typesetter,
  chart: ColumnChart,
  index: number,
  { x, y, band }: Scales,
  plot: Box,
): Svg {
  const value = chart.values[index] ?? 0;
  const mark = chart.reference?.values[index];
  const marked = isMarked(chart, index);
  const left = x(index);
  const column = el('rect', {
    x: left,
    y: y(value),
    width: band,
    height: plot.y1 - y(value),
    fill: marked ? PALETTE.accent : PALETTE.quiet,
  });
  // The figure keeps clear of the reference mark when the mark is just above the column.
  const clear =
    mark !== undefined && mark >= value && y(value) - y(mark) < 26
      ? Math.min(y(value), y(mark)) - 4
      : y(value);
  const style = { ...STYLES.value, weight: marked ? 600 : 400 };
  const text = formatFigure(value, withDecimals(chart.format, chart.values));
  const size = Math.min(style.size, (style.size * (band * 1.3)) / type.measure(text, style));
  const figure = drawLabel(type, text, {
    x: left + band / 2,
    y: clear - 7,
    anchor: 'middle',
    style: { ...style, size },
  }).svg;
  const tick =
    mark !== undefined &&
    el('rect', { x: left - 3, y: y(mark) - 1.25, width: band + 6, height: 2.5, fill: PALETTE.ink });
  return el('g', {}, column, tick, figure);
}

function isMarked({ highlight, reference, values }: ColumnChart, index: number): boolean {
  if (highlight) return highlight.includes(index);
  if (reference) return (values[index] ?? 0) > (reference.values[index] ?? 0);
  return index === values.length - 1;
}

function drawReferenceKey(type: Typesetter, name: string, area: Box): Svg {
  const mark = el('rect', { x: area.x0, y: area.y0 + 4, width: 26, height: 2.5, fill: PALETTE.ink });
  return el(
    'g',
    {},
    mark,
    drawLabel(type, name, { x: area.x0 + 34, y: area.y0 + 10.5, style: STYLES.annotation }).svg,
  );
}
