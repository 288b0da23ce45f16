import { drawLabel } from '../label.ts';
import { PALETTE, seriesColour } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';
import { formatFigure, withDecimals } from './figures.ts';
import type { LineChart, LineScales } from './line-chart.ts';
import { spreadLabels } from './spread-labels.ts';

const GAP = 11;
const LINE = 19;
/** A single line with no more points than this carries every value. */
const ALL_VALUES = 8;

const lastOf = (values: number[]): number => values.at(-1) ?? 0;
const isAlone = (chart: LineChart): boolean => chart.series.length === 1;

/** Room right of the plot for the names and last values of the lines. */
export function endLabelWidth(type: Typesetter, chart: LineChart): number {
  const widths = chart.series.flatMap(({ name, values }) => [
    isAlone(chart) ? 0 : type.measure(name, STYLES.labelStrong),
    type.measure(formatFigure(lastOf(values), withDecimals(chart.format, values)), STYLES.labelStrong),
  ]);
  return Math.max(...widths) + GAP;
}

/** Name over last value at the end of every line, moved apart where lines end close together. */
export function drawEndLabels(type: Typesetter, chart: LineChart, { y, plot }: LineScales): Svg {
  const height = isAlone(chart) ? LINE : 2 * LINE;
  const centres = spreadLabels(
    chart.series.map(({ values }) => ({ at: y(lastOf(values)), size: height + 4 })),
    plot.y0 - 6,
    plot.y1 + 6,
  );
  const drawn = chart.series.map(({ name, values }, index) => {
    const lines = [
      ...(isAlone(chart) ? [] : [name]),
      formatFigure(lastOf(values), withDecimals(chart.format, values)),
    ];
    const top = (centres[index] ?? 0) - height / 2;
    return lines.map(
      (line, row) =>
        drawLabel(type, line, {
          x: plot.x1 + GAP,
          y: top + row * LINE + 15,
          style: { ...STYLES.labelStrong },
          fill: seriesColour(index),
        }).svg,
    );
  });
  return el('g', {}, ...drawn.flat());
}

/** Values on the points of a single short line; on a longer one only at its start. */
export function drawPointLabels(type: Typesetter, chart: LineChart, { x, y }: LineScales): Svg | undefined {
  const series = chart.series[0];
  if (!isAlone(chart) || !series) return undefined;
  const chosen = series.values.length <= ALL_VALUES ? series.values.slice(0, -1) : series.values.slice(0, 1);
  const drawn = chosen.map((value, index) => {
    const place = placeOnPoint(series.values, index);
    const at = { x: x(index) + place.right, y: y(value) + place.down, anchor: place.anchor };
    const dot = el('circle', {
      cx: x(index),
      cy: y(value),
      r: 4,
      fill: PALETTE.paper,
      stroke: seriesColour(0),
      'stroke-width': 2.2,
    });
    const text = drawLabel(type, formatFigure(value, withDecimals(chart.format, series.values)), {
      ...at,
      style: STYLES.value,
      halo: chart.fill ? undefined : PALETTE.paper,
    });
    return el('g', {}, text.svg, dot);
  });
  return el('g', {}, ...drawn);
}

type PointPlace = { right: number; down: number; anchor: 'start' | 'middle' | 'end' };

/** Where a value keeps clear of its own line: under a dip, on the outer side of a slope, else above. */
function placeOnPoint(values: number[], index: number): PointPlace {
  const value = values[index] ?? 0;
  const [before, after] = [values[index - 1], values[index + 1] ?? value];
  if (before === undefined) return { right: after > value ? -4 : 0, down: -13, anchor: 'start' };
  if (before > value && after > value) return { right: 0, down: 23, anchor: 'middle' };
  if (before > value) return { right: 6, down: -9, anchor: 'start' };
  if (after > value) return { right: -6, down: -9, anchor: 'end' };
  return { right: 0, down: -13, anchor: 'middle' };
}
