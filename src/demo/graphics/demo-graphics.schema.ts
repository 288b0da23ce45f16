import { z } from 'zod';

const point = z.tuple([z.number(), z.number()]);
const ring = z.array(point).min(3);
const line = z.array(point).min(2);
const named = z.object({ name: z.string(), at: point });
const shape = z.object({ name: z.string(), outline: ring });
const path = z.object({ name: z.string(), points: line });

const overlay = {
  marks: z
    .array(
      z.object({
        at: point,
        label: z.string(),
        kind: z.enum(['highlight', 'building', 'ferry', 'rail', 'quay']),
      }),
    )
    .default([]),
  lines: z
    .array(
      z.object({ label: z.string(), style: z.enum(['solid', 'planned', 'dashed', 'route']), points: line }),
    )
    .default([]),
  areas: z
    .array(
      z.object({
        label: z.string(),
        style: z.enum(['shared', 'open', 'closed', 'warning', 'planned']),
        outline: ring,
      }),
    )
    .default([]),
};

const words = {
  key: z.string(),
  title: z.string(),
  subtitle: z.string().optional(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
};

const view = z.object({
  ...words,
  ...overlay,
  kind: z.literal('map'),
  view: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  towns: z.array(z.string()),
});
const local = z.object({
  grid: point,
  water: z.array(ring),
  parks: z.array(shape),
  streets: z.array(path),
  districts: z.array(named),
});
const plan = z.object({ ...words, ...overlay, kind: z.literal('map'), local });
const series = z.object({
  name: z.string(),
  values: z.array(z.number()).min(1),
  style: z.enum(['line', 'step', 'reference']).optional(),
});
const chart = z.object({
  ...words,
  kind: z.enum(['bars', 'dots', 'lines', 'area']),
  unit: z.string().optional(),
  orientation: z.enum(['horizontal', 'vertical']).optional(),
  labels: z.array(z.string()).min(1),
  series: z.array(series).min(1),
  references: z.array(z.object({ label: z.string(), value: z.number() })).optional(),
});

const geography = z.object({
  outline: ring,
  coastRuns: z.object({ from: point, to: point }),
  borders: z.array(z.object({ with: z.string(), from: point, to: point })),
  islands: z.array(shape),
  rivers: z.array(path),
  lakes: z.array(shape),
  hills: z.array(named),
  seas: z.array(named),
  neighbours: z.array(named),
  towns: z.array(z.object({ key: z.string(), name: z.string(), at: point, rank: z.number() })),
});

/** `graphics.json` of the demo edition; graphics.md beside it says what each field means. */
export const demoGraphicsSchema = z.object({ geography, graphics: z.array(z.union([view, plan, chart])) });
export type DemoChart = z.infer<typeof chart>;
