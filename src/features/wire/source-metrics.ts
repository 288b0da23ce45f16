import { Gauge, type Registry } from 'prom-client';
import { type Clock, systemClock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import { sourceLag } from './source-health.ts';
import { listSources } from './sources.repo.ts';
import type { WireSourceRow } from './wire.tables.ts';

/** One reading serves all the gauges of one scrape. */
const KEPT_MS = 2_000;

/** Shows the health of each source in the metrics; asked of the database when they are, and left out while it is away. */
export function observeSources(
  registry: Registry,
  { db, clock = systemClock }: { db: Db; clock?: Clock },
): void {
  let reading: { at: number; sources: Promise<WireSourceRow[]> } | undefined;
  const read = (): Promise<WireSourceRow[]> => {
    const at = clock().getTime();
    if (reading === undefined || at - reading.at > KEPT_MS)
      reading = { at, sources: listSources(db).catch(() => []) };
    return reading.sources;
  };
  const gauge = (name: string, help: string, value: (source: WireSourceRow) => number | undefined): void => {
    new Gauge({
      name,
      help,
      labelNames: ['source'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const source of await read()) {
          const number = value(source);
          if (number !== undefined) this.set({ source: source.name }, number);
        }
      },
    });
  };
  gauge(
    'dateline_source_last_item_seconds',
    'Seconds since the source brought an item',
    ({ last_item_at: at }) => (at === null ? undefined : (clock().getTime() - at.getTime()) / 1000),
  );
  gauge('dateline_source_lag_seconds', 'Seconds from the writing of its last item to its coming', sourceLag);
  gauge('dateline_source_failures', 'Failures in a row', ({ failures }) => failures);
  gauge(
    'dateline_source_next_poll_seconds',
    'Seconds until it is asked again; below 0 while it is overdue',
    (source) =>
      source.kind !== 'url' || source.next_poll_at === null
        ? undefined
        : (source.next_poll_at.getTime() - clock().getTime()) / 1000,
  );
}
