import { metaContent } from '../nitf-meta.ts';
import { attributeOf, descendantsOf, wordsOf } from '../xml-tree.ts';
import type { Dialect } from './dialect.ts';

/** NTB, Oslo: NITF with meta elements called NTB…; the slug is the du-key, the deck the first paragraph ("lead"). */
export const ntb: Dialect = {
  senders: /^(?:NTB|NPK|NTB Scanpix|ntb\.no)$|norsk telegrambyr/i,
  credit: 'NTB',
  zone: 'Europe/Oslo',
  nitf(draft, nitf) {
    draft.slugline = metaContent(nitf, 'NTBStikkord') ?? draft.slugline;
    const lead = descendantsOf(nitf, 'p').find((one) => /\blead\b/.test(attributeOf(one, 'class') ?? ''));
    draft.abstract ??= wordsOf(lead);
    draft.urgency ??= Number(metaContent(nitf, 'NTBPrioritet') ?? 0);
    const keyword = metaContent(nitf, 'NTBTjeneste');
    if (keyword !== undefined) draft.keywords = [...(draft.keywords ?? []), keyword];
  },
};
