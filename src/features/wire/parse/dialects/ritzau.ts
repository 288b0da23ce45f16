import type { Dialect } from './dialect.ts';

/** Ritzau, Copenhagen: XML of its own (`ritzau-news.ts`), NITF and NewsML 1.2; times of Denmark. */
export const ritzau: Dialect = {
  senders: /^(?:RITZAU|Ritzaus Bureau|ritzau\.(?:dk|com))$|^ritzau\b/i,
  credit: 'Ritzau',
  zone: 'Europe/Copenhagen',
};
