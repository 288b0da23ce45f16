import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import type { Dialect } from './dialect.ts';

const TEXTS = new Set(['ALERT', 'SHORT', 'TEXT', 'BRIEF', 'ORIGINAL']);

const roleOf = (component: XmlElement): string =>
  attributeOf(childOf(component, 'Role'), 'FormalName')?.toUpperCase() ?? '';

/**
 * Belga, Brussels: NewsML 1.2 in which one NewsItem holds a component for every text, each with a Duid, a language and
 * parts called Title, Lead and Body; times of Belgium.
 */
export const belga: Dialect = {
  senders: /^(?:BELGA|belga\.be)$|agence belga|belga news agency/i,
  credit: 'Belga',
  zone: 'Europe/Brussels',
  newsmlParts: (newsItem) =>
    childrenOf(childOf(newsItem, 'NewsComponent'), 'NewsComponent').filter(
      (component) => TEXTS.has(roleOf(component)) && attributeOf(component, 'Duid') !== undefined,
    ),
};
