import { metaContent } from '../nitf-meta.ts';
import type { Dialect } from './dialect.ts';

const URGENCY: Readonly<Record<string, number>> = { F: 1, D: 2, B: 3, U: 4, R: 5 };

const bare = (text: string | undefined): string | undefined =>
  text?.replace(/^\s{0,5}>{1,5}\s?ANSA\s?\/\s?/i, '').replace(/^ANSA-\/\s?/, '');

/** ANSA, Rome: NITF whose meta elements hold priority, category and keyword; ">>>ANSA/" stands before headlines. */
export const ansa: Dialect = {
  senders: /^(?:ANSA|ansa\.it)$|agenzia nazionale stampa associata/i,
  credit: 'ANSA',
  zone: 'Europe/Rome',
  nitf(draft, nitf) {
    draft.headline = bare(draft.headline);
    draft.slugline = bare(metaContent(nitf, 'keyword')) ?? draft.slugline;
    draft.urgency ??= URGENCY[metaContent(nitf, 'priority')?.toUpperCase() ?? ''];
    const codes = [metaContent(nitf, 'category_iptc'), metaContent(nitf, 'category')];
    draft.subject = [
      ...(draft.subject ?? []),
      ...codes.filter((code) => code !== undefined).map((code) => ({ code })),
    ];
  },
};
