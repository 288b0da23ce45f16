import { Gauge, type Registry } from 'prom-client';
import { monotonicMs } from '#lib/clock.ts';

/** One reading: its labels, and the number. */
export type Figure = { labels?: Record<string, string>; value: number };

/** A gauge of `name`, with what it measures and in which unit. */
export type FigureGauge = { name: string; help: string; labelNames?: string[] };

/** Answers that cost a query are kept for so long, whoever asks for the metrics meanwhile. */
const KEPT_MS = 5000;

/**
 * Shows figures that must be looked up, by gauge name. A look-up that fails leaves its gauges without a reading and the
 * other metrics whole: that the database is away is when metrics are wanted most.
 */
export function observeFigures(
  registry: Registry,
  gauges: readonly FigureGauge[],
  read: () => Promise<Record<string, readonly Figure[]>>,
): void {
  let kept: { until: number; figures: Promise<Record<string, readonly Figure[]>> } | undefined;
  const figures = () => {
    if (!kept || kept.until < monotonicMs())
      kept = { until: monotonicMs() + KEPT_MS, figures: read().catch(() => ({})) };
    return kept.figures;
  };
  for (const { name, help, labelNames = [] } of gauges) {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const readings = (await figures())[name] ?? [];
        this.reset();
        for (const { labels = {}, value } of readings) this.set(labels, value);
      },
    });
  }
}
