import type { Dialect } from './dialect.ts';

/** APA, Vienna: NewsML-G2. */
export const apa: Dialect = {
  senders: /^(?:APA|apa\.at|APA-OTS)$|austria presse agentur/i,
  credit: 'APA',
  zone: 'Europe/Vienna',
};
