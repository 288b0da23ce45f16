import type { Dialect } from './dialect.ts';

/** dpa, Hamburg and Berlin: NewsML-G2, IPTC 7901; its notepad is told by its marks in every format. */
export const dpa: Dialect = {
  senders: /^(?:dpa|dpa\.(?:com|de)|dpa-\w{1,20})$|deutsche presse-agentur/i,
  credit: 'dpa',
  zone: 'Europe/Berlin',
};
