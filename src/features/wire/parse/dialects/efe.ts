import { attributeOf, descendantOf } from '../xml-tree.ts';
import type { Dialect } from './dialect.ts';

/** EFE, Madrid: NITF alone or in NewsML 1.2; the slug is its first keyword, the place the one of the event. */
export const efe: Dialect = {
  senders: /^(?:EFE|Agencia EFE|efe\.(?:com|es)|EFEDATA|texto\.efe\.es)$|\befe\.(?:com|es)$/i,
  credit: 'EFE',
  zone: 'Europe/Madrid',
  nitf(draft, nitf) {
    draft.slugline = draft.keywords?.[0] ?? draft.slugline;
    draft.located ??= attributeOf(descendantOf(nitf, 'evloc'), 'city');
  },
};
