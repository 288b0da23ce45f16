import type { Dialect } from './dialect.ts';

/** Reuters: NewsML 1.x of old, NewsML-G2 since; its times are UTC. */
export const reuters: Dialect = {
  senders: /^(?:RTRS|reuters(?:\.com| news| limited)?|thomson ?reuters(?:\.com)?|tr\.com)$|^reuters\b/i,
  credit: 'Reuters',
  zone: 'UTC',
};
