import type { Dialect } from './dialect.ts';

/** TASS, Moscow: NewsML 1.2 whose story lies three components deep. */
export const tass: Dialect = {
  senders: /^(?:TASS|ITAR-TASS|tass\.(?:com|ru))$|^ТАСС$/iu,
  credit: 'TASS',
  zone: 'Europe/Moscow',
};
