import type { Dialect } from './dialect.ts';

/** Yonhap, Seoul: NewsML 1.2, NewsML-G2 and RSS; times of Korea. */
export const yonhap: Dialect = {
  senders: /^(?:YONHAP(?: NEWS(?: AGENCY)?)?|yna\.co\.kr|yonhapnews\.co\.kr)$|연합뉴스/iu,
  credit: 'Yonhap',
  zone: 'Asia/Seoul',
};
