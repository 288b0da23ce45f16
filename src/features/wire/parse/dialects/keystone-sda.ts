import type { Dialect } from './dialect.ts';

/** Keystone-SDA (ATS), Berne: NewsML 1.2 whose notes to editors are comments of its content. */
export const keystoneSda: Dialect = {
  senders:
    /^(?:ATS|SDA|ATS-SDA|Keystone-(?:SDA|ATS)|sda\.ch|ats\.ch)$|schweizerische depeschenagentur|agence t.l.graphique suisse/i,
  credit: 'Keystone-SDA',
  zone: 'Europe/Zurich',
};
