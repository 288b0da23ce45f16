import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from '#platform/page-cache/cache-state.ts';
import type { PageCache, PageCacheStats } from '#platform/page-cache/page-cache.ts';

export const createMetrics = (): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
};

const outcomes: readonly Outcome[] = ['hit', 'miss', 'wait', 'stale', 'bypass'];

/** Numbers that something else keeps anyway, read when they are asked for: the fast path then pays for no metric. */
const addGauges = (registry: Registry, read: () => PageCacheStats): void => {
  const gauges: Record<string, [help: string, value: (stats: PageCacheStats) => number]> = {
    dateline_page_cache_pages: ['Pages held', (stats) => stats.pages],
    dateline_page_cache_bytes: ['Bytes held, all encodings', (stats) => stats.bytes],
    dateline_page_cache_cut_off: ['1 while word of purges does not arrive', (stats) => Number(stats.cutOff)],
  };
  for (const [name, [help, value]] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value(read()));
      },
    });
  }
};

const addCounters = (registry: Registry, read: () => PageCacheStats): void => {
  new Counter({
    name: 'dateline_page_requests_total',
    help: 'Requests for cached pages, by how they were answered',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const outcome of outcomes) this.inc({ outcome }, read().counts[outcome]);
    },
  });
  new Counter({
    name: 'dateline_page_purges_total',
    help: 'Purges that arrived',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      this.reset();
      this.inc({ kind: 'soft' }, read().counts.softPurges);
      this.inc({ kind: 'hard' }, read().counts.hardPurges);
    },
  });
  new Counter({
    name: 'dateline_page_cache_evictions_total',
    help: 'Pages that made room for others',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read().evictions);
    },
  });
};

/** Shows a page cache in the metrics. */
export const observePageCache = (registry: Registry, cache: PageCache): void => {
  addGauges(registry, cache.stats);
  addCounters(registry, cache.stats);
};

/** A histogram of render times, to be given to the cache as `onRender`. */
export const renderTimer = (registry: Registry): ((seconds: number, status: number | undefined) => void) => {
  const histogram = new Histogram({
    name: 'dateline_page_render_seconds',
    help: 'Time to make a page, from query to bytes',
    labelNames: ['status'],
    buckets: [0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return (seconds, status) => histogram.observe({ status: status ?? 'failed' }, seconds);
};

/** The metrics in Prometheus' text format. */
export const metricsResponse = async (registry: Registry): Promise<Response> =>
  new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  });
