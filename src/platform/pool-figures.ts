import { Gauge, type Registry } from 'prom-client';

/** What `pg.Pool` says of itself. */
type PoolCounts = { totalCount: number; idleCount: number; waitingCount: number };

/** Shows a pool's connections, and who waits for one, in the metrics. */
export const observePool = (registry: Registry, pool: PoolCounts): void => {
  new Gauge({
    name: 'dateline_database_connections',
    help: 'Connections to the database by state, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'wanted' }, pool.waitingCount);
    },
  });
};
