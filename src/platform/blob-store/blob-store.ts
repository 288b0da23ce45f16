import { fileURLToPath } from 'node:url';
import { AppError } from '#lib/errors.ts';
import { openFileStore } from './file-store.ts';
import { openS3Store } from './s3-store.ts';

export type StoredBlob = { bytes: Uint8Array; type: string };

/**
 * A place for pictures and other files. Keys are `a-z`, `0-9`, `.`, `_`, `-` in parts split by `/`, each part starting
 * with a letter or digit: no key can leave the store. All functions throw `unavailable` when the store cannot be reached
 * and `bad_input` for a key of another form.
 */
export type BlobStore = {
  /** Writes whole or not at all; an existing blob is replaced. `type` is the media type. */
  put: (key: string, bytes: Uint8Array, type: string) => Promise<void>;
  get: (key: string) => Promise<StoredBlob | undefined>;
  has: (key: string) => Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete: (key: string) => Promise<void>;
  /** All keys that start with a prefix, in the order of their characters. */
  list: (prefix: string) => Promise<string[]>;
};

/**
 * Opens the store that `BLOB_URL` names: `file:///srv/dateline/media` (a folder, made when missing) or
 * `s3://KEY:SECRET@host[:port]/bucket[/folder][?region=…][&tls=off]` (see `s3-store.ts`). Throws `bad_input` otherwise.
 */
export function openBlobStore(address: string): BlobStore {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'file:') return openFileStore(fileURLToPath(url));
  if (url?.protocol === 's3:') return openS3Store(address);
  throw new AppError(
    'bad_input',
    `BLOB_URL must start with file:// or s3://, for example file:///srv/dateline/media.`,
  );
}
