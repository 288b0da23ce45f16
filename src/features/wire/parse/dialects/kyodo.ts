import type { Dialect } from './dialect.ts';

/** Kyodo, Tokyo: NewsML 1.2. */
export const kyodo: Dialect = {
  senders: /^(?:KYODO(?: NEWS)?|kyodonews(?:\.jp|\.net)?|kyodo\.co\.jp)$|共同通信/i,
  credit: 'Kyodo',
  zone: 'Asia/Tokyo',
};
