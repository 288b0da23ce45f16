import type { WireSourceRow } from './wire.tables.ts';

/** Seconds from when a provider wrote what came last to when it came; undefined where nothing came or no time was told. */
export function sourceLag({
  last_item_at: came,
  last_item_created: written,
}: Pick<WireSourceRow, 'last_item_at' | 'last_item_created'>): number | undefined {
  if (came === null || written === null) return undefined;
  // Clocks differ: nothing comes before it is written.
  return Math.max(0, Math.round((came.getTime() - written.getTime()) / 1000));
}
