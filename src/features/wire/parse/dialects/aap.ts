import type { Dialect } from './dialect.ts';

/** AAP, Sydney: NITF and NewsML 1.2 with ANPA's names (anpa-keyword, anpa-takekey) in its head. */
export const aap: Dialect = {
  senders: /^(?:AAP|aap\.com\.au)$|australian associated press/i,
  credit: 'AAP',
  zone: 'Australia/Sydney',
};
