import type { Registry } from 'prom-client';
import { type Clock, systemClock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import { observeFigures } from '#platform/http/figures.ts';
import { sourceLag } from './source-health.ts';
import { listSources } from './sources.repo.ts';
import type { WireSourceRow } from './wire.tables.ts';

type Reading = (source: WireSourceRow, now: Date) => number | undefined;

const GAUGES: Record<string, { help: string; of: Reading }> = {
  dateline_source_last_item_seconds: {
    help: 'Seconds since the source brought an item',
    of: ({ last_item_at: at }, now) => (at === null ? undefined : (now.getTime() - at.getTime()) / 1000),
  },
  dateline_source_lag_seconds: {
    help: 'Seconds from the writing of its last item to its coming',
    of: (source) => sourceLag(source),
  },
  dateline_source_failures: { help: 'Failures in a row', of: ({ failures }) => failures },
  dateline_source_next_poll_seconds: {
    help: 'Seconds until it is asked again; below 0 while it is overdue',
    of: ({ kind, next_poll_at: at }, now) =>
      kind !== 'url' || at === null ? undefined : (at.getTime() - now.getTime()) / 1000,
  },
};

/** Shows the health of each source in the metrics; asked of the database when they are, and left out while it is away. */
export function observeSources(
  registry: Registry,
  { db, clock = systemClock }: { db: Db; clock?: Clock },
): void {
  const gauges = Object.entries(GAUGES).map(([name, { help }]) => ({ name, help, labelNames: ['source'] }));
  observeFigures(registry, gauges, async () => {
    const sources = await listSources(db);
    const now = clock();
    const figures = Object.entries(GAUGES).map(([name, { of }]) => {
      const readings = sources.flatMap((source) => {
        const value = of(source, now);
        return value === undefined ? [] : [{ labels: { source: source.name }, value }];
      });
      return [name, readings] as const;
    });
    return Object.fromEntries(figures);
  });
}
