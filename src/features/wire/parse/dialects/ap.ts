import { metaContent } from '../nitf-meta.ts';
import { attributeOf, descendantsOf, wordsOf } from '../xml-tree.ts';
import type { Dialect } from './dialect.ts';

/** AP, New York: NITF with an older headline beside the one in use, and "BC-" or "AP-" before its slugs. */
export const ap: Dialect = {
  senders: /^(?:AP|ap\.org)$|^(?:the )?associated press$/i,
  credit: 'AP',
  zone: 'UTC',
  nitf(draft, nitf) {
    const older = descendantsOf(nitf, 'hl2').find((line) => /original/i.test(attributeOf(line, 'id') ?? ''));
    if (older !== undefined && draft.abstract === wordsOf(older)) delete draft.abstract;
    const slug = metaContent(nitf, 'ap-slug', 'ap-slugline') ?? draft.slugline;
    if (slug !== undefined) draft.slugline = slug.replace(/^(?:BC|AP)-(?=\S)/, '');
  },
};
