import { createHash } from 'node:crypto';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { inspectPicture } from './inspect-picture.ts';
import { findMediaBySha, insertMedia } from './media.repo.ts';
import type { MediaKind, MediaRow } from './media.tables.ts';
import { originalKey } from './picture-address.ts';
import { readPictureMetadata } from './picture-metadata.ts';
import { toPictureWords } from './picture-words.ts';
import { tellKind } from './tell-kind.ts';

export type StorePicture = {
  bytes: Uint8Array;
  /** As the sender has it; where absent, the file is looked at. */
  kind?: MediaKind;
  now: Date;
  /** What the sender says about the picture; where it is silent, what the file itself says. */
  alt?: string;
  caption?: string;
  credit?: string;
  rights?: string;
  /** What crops should keep, parts (0..1) of width and height; the middle when absent. */
  focal?: { x: number; y: number };
};

/**
 * Takes a picture from outside into the paper: the original byte for byte under its sha256, and a row for it. The same
 * bytes are the same row, as it was first described. Throws `bad_input` or `too_large` with the reason (see
 * `inspectPicture`) and `unavailable` when the file store fails; then nothing is written to the database.
 */
export async function storePicture(db: Db, blobs: BlobStore, picture: StorePicture): Promise<MediaRow> {
  const sha256 = createHash('sha256').update(picture.bytes).digest('hex');
  const known = await findMediaBySha(db, sha256);
  if (known && (await blobs.has(originalKey(known)))) return known;
  const inspected = await inspectPicture(picture.bytes);
  await blobs.put(originalKey({ sha256, mime: inspected.mime }), picture.bytes, inspected.mime);
  if (known) return known;
  const metadata = await readPictureMetadata(picture.bytes);
  const words = toPictureWords(metadata);
  const stored = await insertMedia(db, {
    sha256,
    mime: inspected.mime,
    width: inspected.width,
    height: inspected.height,
    bytes: picture.bytes.length,
    alt: picture.alt || words.alt || '',
    caption: picture.caption || words.caption || '',
    credit: picture.credit || words.credit || '',
    rights: picture.rights || words.rights || '',
    kind: picture.kind ?? (await tellKind(picture.bytes, inspected.mime, metadata)),
    metadata: JSON.stringify(metadata),
    focal_x: picture.focal?.x ?? 0.5,
    focal_y: picture.focal?.y ?? 0.5,
    created_at: picture.now,
  });
  const row = stored ?? (await findMediaBySha(db, sha256));
  if (!row) throw new Error(`the picture ${sha256} vanished while it was stored`);
  return row;
}
