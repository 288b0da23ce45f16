import type { Dialect } from './dialect.ts';

/** TT, Stockholm: ninjs and NewsML-G2. */
export const tt: Dialect = {
  senders: /^(?:TT|tt\.se)$|tidningarnas telegrambyr/i,
  credit: 'TT',
  zone: 'Europe/Stockholm',
};
