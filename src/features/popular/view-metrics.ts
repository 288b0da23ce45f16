import { Counter, Gauge, type Registry } from 'prom-client';
import type { ViewCounter } from './view-counter.ts';
import type { BeaconCounts } from './views.api.ts';

/** Shows beacons and counting in the metrics; read when they are asked for, so that a beacon pays for no metric. */
export function observeViews(
  registry: Registry,
  { counts, counter }: { counts: Readonly<BeaconCounts>; counter: Pick<ViewCounter, 'stats'> },
): void {
  const registers = [registry];
  new Counter({
    name: 'dateline_view_beacons_total',
    help: 'Beacons of readers, by what became of them',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(counts)) this.inc({ outcome }, count);
    },
  });
  new Gauge({
    name: 'dateline_views_waiting',
    help: 'Reads in memory that the database has not got yet',
    registers,
    collect() {
      this.set(counter.stats().waiting);
    },
  });
  new Counter({
    name: 'dateline_view_flush_failures_total',
    help: 'Flushes of reads that did not reach the database',
    registers,
    collect() {
      this.reset();
      this.inc(counter.stats().failures);
    },
  });
}
