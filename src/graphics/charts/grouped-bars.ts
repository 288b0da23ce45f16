import { scaleLinear } from 'd3-scale';
import type { Box } from '../box.ts';
import { drawFramed, type Graphic, type GraphicText } from '../frame.ts';
import { drawLabel } from '../label.ts';
import { PALETTE, SERIES, seriesColour } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';
import { type FigureFormat, formatFigure, withDecimals } from './figures.ts';
import { drawRowLabel, layOutRows, type RowLayout } from './rows.ts';

/** Two to four bars per row, for example two years; `series` names them in order, the last is the one of today. */
export type GroupedBars = GraphicText & {
  series: string[];
  rows: { label: string; values: number[] }[];
  format?: FigureFormat;
};

const BAR = 19;

/** Bars in groups; the bars of the first group carry the names of the series behind their values. */
export function drawGroupedBars(type: Typesetter, chart: GroupedBars): Graphic {
  const rows = layOutRows(
    type,
    chart.rows.map((row) => row.label),
    { bar: chart.series.length * (BAR + 2), gap: 16 },
  );
  const format = withDecimals(
    chart.format,
    chart.rows.flatMap((row) => row.values),
  );
  return drawFramed(type, chart, { height: rows.height }, (area) =>
    drawGroups(type, { ...chart, format }, rows, area),
  );
}

function drawGroups(type: Typesetter, chart: GroupedBars, rows: RowLayout, area: Box): Svg {
  const left = area.x0 + rows.labelWidth;
  const values = chart.rows.flatMap((row) => row.values);
  const most = Math.max(...values) || 1;
  const scale = scaleLinear([0, most], [left, area.x1 - reserveFor(type, chart, most, area.x1 - left)]);
  const groups = chart.rows.map((row, index) =>
    el(
      'g',
      {},
      drawRowLabel(type, rows, index, area),
      ...row.values.map((value, series) =>
        drawBar(type, chart, { value, series, isFirst: index === 0 }, scale, area.y0 + rows.barTop(index)),
      ),
    ),
  );
  const axis = el('rect', {
    x: left - 0.6,
    y: area.y0 - 2,
    width: 1.2,
    height: rows.height + 4 - rows.tail,
    fill: PALETTE.ink,
  });
  return el('g', {}, ...groups, axis);
}

/** Space right of the longest bar, so that values, and in the first row names, end inside the picture. */
function reserveFor(type: Typesetter, chart: GroupedBars, most: number, width: number): number {
  const needs = chart.rows.flatMap((row, index) =>
    row.values.map((value, series) => {
      const text =
        type.measure(barText(chart, value, series, index === 0), { ...STYLES.value, weight: 600 }) + 10;
      const part = value / most;
      return part <= 0 ? 0 : width - (width - text) / part;
    }),
  );
  return Math.min(width * 0.6, Math.max(0, ...needs));
}

const barText = (chart: GroupedBars, value: number, series: number, isFirst: boolean): string =>
  isFirst
    ? `${formatFigure(value, chart.format)}  ${chart.series[series] ?? ''}`
    : formatFigure(value, chart.format);

const colourOf = (chart: GroupedBars, series: number): string =>
  series === chart.series.length - 1
    ? PALETTE.accent
    : chart.series.length === 2
      ? PALETTE.quiet
      : seriesColour(SERIES.length - 4 + series);

function drawBar(
  type: Typesetter,
  chart: GroupedBars,
  { value, series, isFirst }: { value: number; series: number; isFirst: boolean },
  scale: (value: number) => number,
  groupTop: number,
): Svg {
  const top = groupTop + series * (BAR + 2);
  const bar = el('rect', {
    x: scale(0),
    y: top,
    width: Math.max(1, scale(value) - scale(0)),
    height: BAR,
    fill: colourOf(chart, series),
  });
  const isLast = series === chart.series.length - 1;
  const style = { ...STYLES.value, weight: isLast ? 600 : 400 };
  return el(
    'g',
    {},
    bar,
    drawLabel(type, barText(chart, value, series, isFirst), {
      x: scale(value) + 7,
      y: top + BAR / 2 + 5.6,
      style,
    }).svg,
  );
}
