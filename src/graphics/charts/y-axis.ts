import { scaleLinear } from 'd3-scale';
import { drawLabel } from '../label.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';
import { decimalsOf, formatFigure } from './figures.ts';
import type { LineChart, LineScales } from './line-chart.ts';

export type YAxis = { domain: [number, number]; ticks: { value: number; text: string }[]; width: number };

/** A scale that starts at zero when the lowest value is under this part of the highest: else the story is in the change. */
const ZERO_BELOW = 0.35;

/** Chooses the scale, about five gridlines and the width that their labels need. */
export function yAxis(type: Typesetter, chart: LineChart): YAxis {
  const values = [
    ...chart.series.flatMap((series) => series.values),
    ...(chart.references ?? []).map(({ value }) => value),
  ];
  const spread = Math.max(...values) - Math.min(...values);
  // A reference on the very edge of the plot would hide in its frame.
  const airs = (chart.references ?? []).flatMap(({ value }) => [
    value - spread * 0.03,
    value + spread * 0.03,
  ]);
  const low = Math.min(...values, ...airs);
  const high = Math.max(...values, ...airs);
  const fromZero = chart.fill || (low >= 0 && low < high * ZERO_BELOW);
  const scale = scaleLinear([fromZero ? Math.min(0, low) : low, high || 1], [0, 1]).nice(5);
  const [from = 0, to = 1] = scale.domain();
  const steps = scale.ticks(5);
  const decimals = decimalsOf(steps);
  const ticks = steps.map((value) => ({ value, text: formatFigure(value, { ...chart.format, decimals }) }));
  const width = Math.max(0, ...ticks.map(({ text }) => type.measure(text, STYLES.axis))) + 8;
  return { domain: [from, to], ticks, width };
}

/** Hairlines with figures; the zero line, where there is one, is dark. */
export function drawYAxis(type: Typesetter, axis: YAxis, { y, plot }: LineScales): Svg {
  const drawn = axis.ticks.map(({ value, text }) => {
    const isZero = value === 0;
    const line = el('rect', {
      x: plot.x0,
      y: y(value) - 0.5,
      width: plot.x1 - plot.x0,
      height: isZero ? 1.3 : 1,
      fill: isZero ? PALETTE.ink : PALETTE.hairline,
    });
    const label = drawLabel(type, text, {
      x: plot.x0 - 8,
      y: y(value) + 5.2,
      anchor: 'end',
      style: STYLES.axis,
      fill: PALETTE.soft,
    });
    return el('g', {}, line, label.svg);
  });
  return el('g', {}, ...drawn);
}
