import type { PageRecord } from '#features/articles/articles.ts';

/** Somebody named in an article, as schema.org types it. */
export type Mention = { type: 'Person' | 'Organization' | 'Place'; name: string };

const TYPES = { PER: 'Person', ORG: 'Organization', LOC: 'Place' } as const;
/** A page's head stays small. */
const MOST = 12;

/** Who certainly is named: names that an editor confirmed, and those who speak by name where the Sources box may be shown. */
export function listMentions({ record, voices }: PageRecord): Mention[] {
  const found = new Map<string, Mention>();
  for (const { name, type, confidence } of record.entities)
    if (confidence === 1) found.set(name, { type: TYPES[type], name });
  for (const { footing, name } of voices)
    if (footing === 'named' && !found.has(name)) found.set(name, { type: 'Person', name });
  return [...found.values()].slice(0, MOST);
}
