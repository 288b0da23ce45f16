import type { Document } from '#document/document.ts';
import { toFingerprint } from '#features/stories/folding/fingerprint.ts';
import type { Asked } from '#features/stories/folding/fingerprints.repo.ts';
import type { WireItem, WireSourceRow } from '#features/wire/wire.ts';
import { AGENCY_NAMES, type ReplayItem } from './make-replay.ts';

const SOURCE = { format: null, edition: 'en', publish: false, kind: 'push' } as WireSourceRow;

export const toDocument = (paragraphs: string[]): Document => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

const toItem = (item: ReplayItem): WireItem => ({
  ...{ uri: item.guid, version: item.version, type: 'text', language: 'en', pubstatus: 'usable' },
  ...{
    headline: item.headline,
    slugline: item.slug || undefined,
    ednote: item.ednote,
    evolvedfrom: item.evolvedfrom,
  },
  body: toDocument(item.paragraphs),
  credit: AGENCY_NAMES[item.agency],
  versioncreated: new Date(item.created).toISOString(),
  links: item.duKey ? [{ rel: 'du-key', href: item.duKey }] : [],
  subject: [],
  media: [],
  notes: [],
});

/** A delivered item as folding sees it. */
export const toAsked = (item: ReplayItem, itemId: number): Asked =>
  toFingerprint(
    {
      source: { ...SOURCE, id: item.source + 1 },
      itemId,
      version: item.version,
      item: toItem(item),
      at: new Date(item.arrives),
    },
    'en',
  );
