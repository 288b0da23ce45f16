/** What has changed. `hard`: the old bytes must not be shown again (a kill, an embargo), not even for want of better. */
export type Purge = { readonly keys: readonly string[] | 'all'; readonly hard: boolean };

/** Marks the moment at which a render began to read. */
export type Ticket = { readonly generation: number };

export type Conflict = 'none' | 'soft' | 'hard';

export type PurgeLog = {
  generation: number;
  readonly tickets: Set<Ticket>;
  readonly entries: { generation: number; keys: ReadonlySet<string> | 'all'; hard: boolean }[];
};

export const createPurgeLog = (): PurgeLog => ({ generation: 0, tickets: new Set(), entries: [] });

export const beginRender = (log: PurgeLog): Ticket => {
  const ticket = { generation: log.generation };
  log.tickets.add(ticket);
  return ticket;
};

/** Forgets a render, and every purge that no render still under way began before. */
export const endRender = (log: PurgeLog, ticket: Ticket): void => {
  log.tickets.delete(ticket);
  // Tickets are given out in order, so the first one left is the oldest.
  const oldest = log.tickets.values().next().value?.generation ?? log.generation;
  const keep = log.entries.findIndex((entry) => entry.generation > oldest);
  log.entries.splice(0, keep === -1 ? log.entries.length : keep);
};

export const recordPurge = (log: PurgeLog, purge: Purge): void => {
  log.generation += 1;
  if (log.tickets.size === 0) return;
  const keys = purge.keys === 'all' ? 'all' : new Set(purge.keys);
  log.entries.push({ generation: log.generation, keys, hard: purge.hard });
};

/**
 * Whether something was purged since the ticket that a render with these keys may have read in its old state. The keys
 * of a render are known only when it is done, so the purges are kept meanwhile rather than looked up before.
 */
export const conflictSince = (log: PurgeLog, ticket: Ticket, keys: readonly string[] | 'any'): Conflict => {
  let found: Conflict = 'none';
  for (const entry of log.entries) {
    if (entry.generation <= ticket.generation) continue;
    const { keys: purged } = entry;
    if (purged !== 'all' && keys !== 'any' && !keys.some((key) => purged.has(key))) continue;
    if (entry.hard) return 'hard';
    found = 'soft';
  }
  return found;
};
