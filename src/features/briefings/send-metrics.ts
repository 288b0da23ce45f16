import type { Registry } from 'prom-client';
import type { Db } from '#platform/database.ts';
import { type FigureGauge, observeFigures } from '#platform/http/figures.ts';
import { listRecentCounts } from './sends.repo.ts';

const GAUGES: FigureGauge[] = [
  {
    name: 'dateline_deliveries',
    help: 'Deliveries of the sends of the last two days',
    labelNames: ['kind', 'state'],
  },
];

/** Shows what becomes of the mail in the metrics. */
export const observeSends = (registry: Registry, db: Db): void =>
  observeFigures(registry, GAUGES, async () => {
    const rows = await listRecentCounts(db);
    const deliveries = rows.map(({ kind, state, count }) => ({ labels: { kind, state }, value: count }));
    return { dateline_deliveries: deliveries };
  });
