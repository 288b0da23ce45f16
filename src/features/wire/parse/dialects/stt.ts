import type { Dialect } from './dialect.ts';

/** STT, Helsinki: NewsML-G2 with subjects and versions of its own vocabularies (stt-…). */
export const stt: Dialect = {
  senders: /^(?:STT|STT-?Lehtikuva|stt\.fi|sttinfo\.fi)$|suomen tietotoimisto/i,
  credit: 'STT',
  zone: 'Europe/Helsinki',
};
