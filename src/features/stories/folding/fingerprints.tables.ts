import type { Selectable } from 'kysely';
import type { PubStatus } from '#features/wire/wire.ts';
import type { Because } from './same-story.ts';

/** How an item came to its story: as its first, as a version of one that was there, or by what folding found. */
export type Reason = 'first' | 'version' | Because;

type FingerprintTable = {
  item_id: number;
  story_id: number;
  source_id: number;
  guid: string;
  version: number;
  realm: string;
  language: string;
  at: Date;
  generation: number;
  marked: boolean;
  status: PubStatus;
  embargo_until: Date | null;
  text_hash: number;
  du_key: string | null;
  number: string | null;
  slug: string;
  follows: string[];
  sketch: Uint8Array;
  because: Reason;
};

type FingerprintKeyTable = { key: number; at: Date; item_id: number };

export type FingerprintRow = Selectable<FingerprintTable>;

declare module '#platform/database.ts' {
  interface Tables {
    fingerprint: FingerprintTable;
    fingerprint_key: FingerprintKeyTable;
  }
}
