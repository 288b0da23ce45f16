import type { Dialect } from './dialect.ts';

/** AFP, Paris (IRIS): NewsML 1.2 with NITF, XHTML or bare paragraphs in it; its times are UTC, its slug the name label. */
export const afp: Dialect = {
  senders: /^(?:AFP|afp\.(?:com|fr))$|agence france.?presse/i,
  credit: 'AFP',
  zone: 'UTC',
  newsml(draft) {
    // A story in preparation that AFP announces carries the mark in its headline alone.
    if (/^(?:ANNULE|ANNULATION|KILL|CANCEL|RETRAIT)\b/.test(draft.headline ?? ''))
      draft.pubstatus = 'canceled';
  },
};
