import { expect, test } from 'vitest';
import { page } from '#platform/page-cache/page.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';
import { createMetrics, metricsResponse, observePageCache, renderTimer } from './metrics.ts';

test('requests, renders and memory show in the metrics', async () => {
  const registry = createMetrics();
  const cache = createPageCache({ onRender: renderTimer(registry) });
  observePageCache(registry, cache);
  for (let count = 0; count < 3; count += 1) await cache.fetch('/a', () => page({ body: 'x' }));
  cache.purge({ keys: ['none'], hard: true });
  const scrape = async () => (await metricsResponse(registry)).text();
  await scrape();
  const text = await scrape();
  expect(text).toContain('dateline_page_requests_total{outcome="hit"} 2');
  expect(text).toContain('dateline_page_requests_total{outcome="miss"} 1');
  expect(text).toContain('dateline_page_render_seconds_count{status="200"} 1');
  expect(text).toContain('dateline_page_purges_total{kind="hard"} 1');
  expect(text).toContain('dateline_page_cache_pages 1');
});
