import { type Box, boxesOverlap } from '../box.ts';
import { type Point, segmentMeetsBox, segmentsOf } from '../geometry.ts';
import { drawLabel, type LabelOptions, labelBox } from '../label.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';
import { formatFigure, withDecimals } from './figures.ts';
import type { LineChart, LineScales } from './line-chart.ts';

/** Horizontal marks such as a target, each named where no line and no other name is in the way. */
export function drawReferences(type: Typesetter, chart: LineChart, scales: LineScales): Svg {
  const taken: Box[] = [];
  const drawn = (chart.references ?? []).map(({ label, value }) => {
    const { plot } = scales;
    const y = scales.y(value);
    const rule = el('line', {
      x1: plot.x0,
      x2: plot.x1,
      y1: y,
      y2: y,
      stroke: PALETTE.soft,
      'stroke-width': 1.6,
      'stroke-dasharray': '2 4',
    });
    const text = `${label} ${formatFigure(value, withDecimals(chart.format, [value]))}`;
    const options = choosePlace(type, text, y, chart, scales, taken);
    const name = drawLabel(type, text, options);
    taken.push(name.box);
    return el('g', {}, rule, name.svg);
  });
  return el('g', {}, ...drawn);
}

function choosePlace(
  type: Typesetter,
  text: string,
  y: number,
  chart: LineChart,
  { x, plot, ...scales }: LineScales,
  taken: Box[],
): LabelOptions {
  const lines = chart.series.flatMap((series) =>
    segmentsOf(series.values.map((value, index): Point => [x(index), scales.y(value)])),
  );
  const places = [0, 1, 0.5, 0.25, 0.75].flatMap((part) =>
    [-8, 19].map(
      (offset): LabelOptions => ({
        x: plot.x0 + 8 + part * (plot.x1 - plot.x0 - 20),
        y: y + offset,
        anchor: part === 0 ? 'start' : part === 1 ? 'end' : 'middle',
        style: STYLES.annotation,
        fill: PALETTE.soft,
        halo: chart.fill ? undefined : PALETTE.paper,
      }),
    ),
  );
  const isFree = (options: LabelOptions) => {
    const box = labelBox(type, text, options);
    const room = { x0: box.x0 - 4, x1: box.x1 + 4, y0: box.y0 - 4, y1: box.y1 + 4 };
    return (
      box.y1 < plot.y1 &&
      !taken.some((other) => boxesOverlap(room, other)) &&
      !lines.some((line) => segmentMeetsBox(line, room))
    );
  };
  return places.find(isFree) ?? places[0] ?? { x: plot.x0, y, style: STYLES.annotation };
}
