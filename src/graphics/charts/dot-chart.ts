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
import { spreadLabels } from './spread-labels.ts';

/**
 * One row per name with one dot, or with two and the span between them (`names` says what the dots are, first grey,
 * second in the accent). `references` are vertical lines. The scale need not start at zero: dots have no length.
 */
export type DotChart = GraphicText & {
  rows: { label: string; values: [number] | [number, number] }[];
  names?: [string, string];
  references?: { label: string; value: number }[];
  format?: FigureFormat;
};

const HEAD = 30;

export function drawDotChart(type: Typesetter, chart: DotChart): Graphic {
  const rows = layOutRows(
    type,
    chart.rows.map((row) => row.label),
    { bar: 22, gap: 12 },
  );
  return drawFramed(type, chart, { height: rows.height + HEAD }, (area) => {
    const body = { ...area, y0: area.y0 + HEAD };
    const values = [
      ...chart.rows.flatMap((row) => row.values),
      ...(chart.references ?? []).map(({ value }) => value),
    ];
    const reserve =
      type.measure(formatFigure(Math.max(...values), withDecimals(chart.format, values)), STYLES.value) + 18;
    const spanned = chart.rows.some((row) => row.values.length > 1);
    const scale = scaleLinear(
      [Math.min(...values), Math.max(...values)],
      [body.x0 + rows.labelWidth + (spanned ? reserve : 14), body.x1 - reserve],
    );
    return el(
      'g',
      {},
      drawReferenceLines(type, chart, scale, body, rows),
      spanned && chart.names ? drawNames(type, chart, scale, body) : undefined,
      ...chart.rows.map((_, index) => drawRow(type, chart, index, scale, rows, body)),
    );
  });
}

type Scale = (value: number) => number;

function drawReferenceLines(
  type: Typesetter,
  chart: DotChart,
  scale: Scale,
  body: Box,
  rows: RowLayout,
): Svg {
  const references = chart.references ?? [];
  const texts = references.map(
    ({ label, value }) => `${label} ${formatFigure(value, withDecimals(chart.format, [value]))}`,
  );
  const wanted = references.map(({ value }, index) => ({
    at: scale(value),
    size: type.measure(texts[index] ?? '', STYLES.annotation) + 14,
  }));
  const centres = spreadLabels(wanted, body.x0 - 7, body.x1 + 7);
  const drawn = references.map(({ value }, index) =>
    el(
      'g',
      {},
      el('line', {
        x1: scale(value),
        x2: scale(value),
        y1: body.y0 - 12,
        y2: body.y0 + rows.height,
        stroke: PALETTE.soft,
        'stroke-width': 1.6,
        'stroke-dasharray': '2 4',
      }),
      drawLabel(type, texts[index] ?? '', {
        x: centres[index] ?? 0,
        y: body.y0 - 18,
        anchor: 'middle',
        style: STYLES.annotation,
        fill: PALETTE.soft,
      }).svg,
    ),
  );
  return el('g', {}, ...drawn);
}

function drawRow(
  type: Typesetter,
  chart: DotChart,
  index: number,
  scale: Scale,
  rows: RowLayout,
  body: Box,
): Svg {
  const values = chart.rows[index]?.values ?? [0];
  const y = body.y0 + rows.barTop(index) + rows.bar / 2;
  const left = body.x0 + rows.labelWidth;
  const rule = el('rect', { x: left, y: y - 0.5, width: body.x1 - left, height: 1, fill: PALETTE.hairline });
  const [from, to = from] = values;
  const span =
    values.length > 1 &&
    el('line', { x1: scale(from), x2: scale(to), y1: y, y2: y, stroke: PALETTE.quiet, 'stroke-width': 4 });
  const highest = Math.max(...values);
  const dots = values.map((value, place) => {
    const fill = place === values.length - 1 ? PALETTE.accent : PALETTE.axis;
    const isRight = value === highest;
    const style = { ...STYLES.value, weight: place === values.length - 1 ? 600 : 400 };
    const text = drawLabel(
      type,
      formatFigure(
        value,
        withDecimals(
          chart.format,
          chart.rows.flatMap((row) => row.values),
        ),
      ),
      {
        x: scale(value) + (isRight ? 13 : -13),
        y: y + 5.6,
        anchor: isRight ? 'start' : 'end',
        style,
        halo: PALETTE.paper,
      },
    );
    return el(
      'g',
      {},
      text.svg,
      el('circle', { cx: scale(value), cy: y, r: 7.5, fill, stroke: PALETTE.paper, 'stroke-width': 1.5 }),
    );
  });
  return el('g', {}, rule, drawRowLabel(type, rows, index, body), span, ...dots);
}

function drawNames(type: Typesetter, chart: DotChart, scale: Scale, body: Box): Svg {
  const [from, to = from] = chart.rows[0]?.values ?? [0];
  const names = chart.names ?? ['', ''];
  const style = STYLES.labelStrong;
  const widths = names.map((name) => type.measure(name, style) + 14);
  const centres = spreadLabels(
    [from, to].map((value, index) => ({ at: scale(value), size: widths[index] ?? 0 })),
    body.x0 - 7,
    body.x1 + 7,
  );
  const fills = [PALETTE.soft, PALETTE.accent];
  return el(
    'g',
    {},
    ...names.map(
      (name, index) =>
        drawLabel(type, name, {
          x: centres[index] ?? 0,
          y: body.y0 - 16,
          anchor: 'middle',
          style,
          fill: fills[index],
        }).svg,
    ),
  );
}
