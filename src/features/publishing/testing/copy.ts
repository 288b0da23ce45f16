import { ensureEdition, ensureSection } from '#features/taxonomy/taxonomy.ts';
import { addSource, type WireSourceRow } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';
import { receiveMessage } from '../receive-message.ts';

/** A ninjs item as an agency sends it; what is not given is left away. */
export type Copy = {
  uri: string;
  version?: number;
  headline?: string;
  paragraphs?: string[];
  pubstatus?: 'usable' | 'withheld' | 'canceled';
  embargoed?: string;
  ednote?: string;
  language?: string;
  subject?: { code: string; name: string }[];
  pictures?: { href: string; caption?: string }[];
  byline?: string;
};

/** The bytes of a ninjs 2 message. */
export function toNinjsBytes(copy: Copy): Uint8Array {
  const {
    paragraphs = ['Ships waited outside the harbour until the fog lifted.'],
    pictures = [],
    ...rest
  } = copy;
  const item = {
    type: 'text',
    version: 1,
    headline: 'Harbour closed by fog',
    pubstatus: 'usable',
    language: 'en',
    body_html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
    associations: pictures.map((picture, index) => ({
      name: `picture-${index}`,
      type: 'picture',
      uri: picture.href,
      description_text: picture.caption,
      renditions: [{ name: 'main', href: picture.href, contenttype: 'image/jpeg' }],
    })),
    ...rest,
    versioncreated: '2031-03-01T10:00:00Z',
  };
  return new TextEncoder().encode(JSON.stringify(item));
}

/** A pushing source whose stories are published by themselves. */
export async function publishingSource(db: Db, name = 'agency', publish = true): Promise<WireSourceRow> {
  await ensureEdition(db);
  const { section } = await ensureSection(db, { edition: 'en', slug: 'harbour' });
  const { source } = await addSource(db, {
    name,
    kind: 'push',
    edition: 'en',
    sectionId: section.id,
    publish,
  });
  return source;
}

/** Hands copy to the real intake, as if it came at this moment. */
export const receive = (db: Db, source: WireSourceRow, copy: Copy, receivedAt = new Date()) =>
  receiveMessage(db, source, { bytes: toNinjsBytes(copy), receivedAt });
