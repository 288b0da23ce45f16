import { scaleLinear } from 'd3-scale';
import { area as areaShape, curveLinear, curveStepAfter, line as lineShape } from 'd3-shape';
import type { Box } from '../box.ts';
import { drawFramed, type Graphic, type GraphicText } from '../frame.ts';
import { PALETTE, seriesColour } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import type { FigureFormat } from './figures.ts';
import { drawEndLabels, drawPointLabels, endLabelWidth } from './line-labels.ts';
import { drawReferences } from './reference-lines.ts';
import { drawXLabels } from './x-labels.ts';
import { drawYAxis, yAxis } from './y-axis.ts';

type LineSeries = { name: string; values: number[]; style?: 'line' | 'step' };

/**
 * Lines over a common x axis. `fill: true` draws the first series as an area and starts the scale at zero.
 * `references` are horizontal lines such as a target.
 */
export type LineChart = GraphicText & {
  labels: string[];
  series: LineSeries[];
  references?: { label: string; value: number }[];
  fill?: boolean;
  format?: FigureFormat;
};

export type LineScales = { x: (index: number) => number; y: (value: number) => number; plot: Box };

const PLOT_HEIGHT = 310;
const X_AXIS = 32;

/** Lines with their names and last values at their right ends. */
export function drawLineChart(type: Typesetter, chart: LineChart): Graphic {
  return drawFramed(type, chart, { height: PLOT_HEIGHT + X_AXIS }, (area) => {
    const axis = yAxis(type, chart);
    const plot = {
      x0: area.x0 + axis.width,
      x1: area.x1 - endLabelWidth(type, chart),
      y0: area.y0 + 8,
      y1: area.y1 - X_AXIS,
    };
    const y = scaleLinear(axis.domain, [plot.y1, plot.y0]);
    const x = scaleLinear([0, Math.max(1, chart.labels.length - 1)], [plot.x0 + 6, plot.x1]);
    const scales: LineScales = { x, y, plot };
    return el(
      'g',
      {},
      drawYAxis(type, axis, scales),
      chart.fill ? drawArea(chart, scales) : undefined,
      drawReferences(type, chart, scales),
      ...chart.series.map((series, index) => drawLine(series, index, scales)).reverse(),
      drawEndLabels(type, chart, scales),
      drawPointLabels(type, chart, scales),
      drawXLabels(
        type,
        chart.labels,
        chart.labels.map((_, index) => x(index)),
        plot,
        { from: area.x0, to: area.x1 },
      ),
    );
  });
}

const curveOf = (series: LineSeries) => (series.style === 'step' ? curveStepAfter : curveLinear);

function drawLine(series: LineSeries, index: number, { x, y }: LineScales): Svg {
  const path = lineShape<number>(
    (_, place) => x(place),
    (value) => y(value),
  ).curve(curveOf(series));
  const last = series.values.length - 1;
  const colour = seriesColour(index);
  const line = el('path', {
    d: path(series.values) ?? '',
    fill: 'none',
    stroke: colour,
    'stroke-width': index === 0 ? 3.4 : 2.8,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  });
  const dot = el('circle', {
    cx: x(last),
    cy: y(series.values[last] ?? 0),
    r: 5,
    fill: colour,
    stroke: PALETTE.paper,
    'stroke-width': 1.5,
  });
  return el('g', {}, line, dot);
}

function drawArea(chart: LineChart, { x, y }: LineScales): Svg | undefined {
  const series = chart.series[0];
  if (!series) return undefined;
  const path = areaShape<number>(
    (_, place) => x(place),
    y(0),
    (value) => y(value),
  ).curve(curveOf(series));
  return el('path', { d: path(series.values) ?? '', fill: PALETTE.accentPale });
}
