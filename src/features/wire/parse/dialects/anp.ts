import type { Dialect } from './dialect.ts';

/** ANP, Amsterdam: NewsML 1.2 with NITF in it, times of the Netherlands. */
export const anp: Dialect = {
  senders: /^(?:ANP|anp\.nl)$|algemeen nederlands persbureau/i,
  credit: 'ANP',
  zone: 'Europe/Amsterdam',
};
