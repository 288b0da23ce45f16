import { AppError } from '#lib/errors.ts';
import type { BlobStore, StoredBlob } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { cropBox, offeredWidths } from './crop-box.ts';
import { encodeVariant } from './encode-variant.ts';
import { findMediaByShaStart } from './media.repo.ts';
import { originalKey, type PictureAddress, VARIANT_TYPES, variantKey } from './picture-address.ts';
import { createGate } from './work-gate.ts';

/** Gives the file of an address, made on first demand; undefined when there is no such picture or it is not offered. */
export type PictureVariants = (address: PictureAddress) => Promise<StoredBlob | undefined>;

/** Encoding takes all of a core; two at once leave the rest of the paper room to answer. */
const AT_ONCE = 2;

/**
 * Opens the maker of crops: each file is made once, even when many ask at the same time, kept in the file store, and at
 * most two are made at once in this process. Throws `unavailable` when the original cannot be read.
 */
export function createPictureVariants(db: Db, blobs: BlobStore): PictureVariants {
  const underWay = new Map<string, Promise<StoredBlob | undefined>>();
  const gate = createGate(AT_ONCE);
  return async (address) => {
    const key = variantKey(address);
    const running = underWay.get(key);
    if (running) return running;
    const work = (async () => (await blobs.get(key)) ?? gate(() => makeVariant(db, blobs, address)))();
    underWay.set(key, work);
    try {
      return await work;
    } finally {
      underWay.delete(key);
    }
  };
}

async function makeVariant(
  db: Db,
  blobs: BlobStore,
  address: PictureAddress,
): Promise<StoredBlob | undefined> {
  const row = await findMediaByShaStart(db, address.sha12);
  if (!row || !offeredWidths(cropBox(row, address.crop).width).includes(address.width)) return undefined;
  const original = await blobs.get(originalKey(row));
  if (!original)
    throw new AppError('unavailable', `The original of picture ${row.id} is missing from the file store.`);
  const made = {
    bytes: await encodeVariant(original.bytes, row, address),
    type: VARIANT_TYPES[address.extension],
  };
  await blobs.put(variantKey(address), made.bytes, made.type);
  return made;
}
