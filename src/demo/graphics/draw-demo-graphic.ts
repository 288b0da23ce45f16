import { houseType } from '#features/media/media.ts';
import { drawBarChart } from '#graphics/charts/bar-chart.ts';
import { drawColumnChart } from '#graphics/charts/column-chart.ts';
import { drawDotChart } from '#graphics/charts/dot-chart.ts';
import type { FigureFormat } from '#graphics/charts/figures.ts';
import { drawLineChart } from '#graphics/charts/line-chart.ts';
import type { Graphic } from '#graphics/frame.ts';
import { drawLocatorMap } from '#graphics/maps/locator-map.ts';
import { drawPlanMap } from '#graphics/maps/plan-map.ts';
import type { Typesetter } from '#graphics/typesetter.ts';
import { AppError } from '#lib/errors.ts';

import { type DemoChart, demoGraphicsSchema } from './demo-graphics.schema.ts';

/** Grid units to a kilometre in Velland (graphics.md). */
const UNITS_PER_KM = 3.3;

/**
 * Draws one graphic of the demo edition from the parsed content of `graphics.json`: SVG markup, 600 px wide, all text
 * as outlines. Throws `not_found` for an unknown key and a ZodError when the file does not fit its schema.
 */
export function drawDemoGraphic(key: string, graphicsJson: unknown): Graphic {
  const { geography, graphics } = demoGraphicsSchema.parse(graphicsJson);
  const graphic = graphics.find((candidate) => candidate.key === key);
  if (!graphic) throw new AppError('not_found', `The demo edition has no graphic "${key}".`);
  const type = houseType();
  const source = `Source: ${graphic.credit.replace(/;\s*/g, '. ')}`;
  if (graphic.kind !== 'map') return drawChart(type, { ...graphic, source });
  if ('local' in graphic) return drawPlanMap(type, { ...graphic, ...graphic.local, source });
  return drawLocatorMap(type, { ...graphic, source, geography: { ...geography, unitsPerKm: UNITS_PER_KM } });
}

function drawChart(type: Typesetter, chart: DemoChart & { source: string }): Graphic {
  const format: FigureFormat = { suffix: chart.unit === '%' ? '%' : '' };
  const main = chart.series.filter((series) => series.style !== 'reference');
  const first = main[0]?.values ?? [];
  const rows = chart.labels.map((label, index) => ({ label, value: first[index] ?? 0 }));
  if (chart.kind === 'dots') {
    return drawDotChart(type, {
      ...chart,
      format,
      rows: rows.map(({ label, value }) => ({ label, values: [value] })),
    });
  }
  if (chart.kind === 'bars' && chart.orientation === 'vertical') {
    const reference = chart.series.find((series) => series.style === 'reference');
    return drawColumnChart(type, { ...chart, format, values: first, reference });
  }
  if (chart.kind === 'bars')
    return drawBarChart(type, {
      ...chart,
      format,
      rows: rows.map((row, index) => ({ ...row, highlight: index === 0 })),
    });
  const series = main.map(({ name, values, style }) => ({
    name,
    values,
    style: style === 'step' ? ('step' as const) : undefined,
  }));
  return drawLineChart(type, { ...chart, format, series, fill: chart.kind === 'area' });
}
