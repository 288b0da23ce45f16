import type { ColumnType, Generated, Selectable } from 'kysely';
import type { WireFormat, WireItem } from './wire-item.schema.ts';

/** JSON goes in as text and comes out parsed. */
type Json<T> = ColumnType<T | null, string | null, string | null>;

/** How copy comes from a source: fetched from an address, dropped into a folder, or posted to us. */
export type WireSourceKind = 'url' | 'inbox' | 'push';

type WireSourceTable = {
  id: Generated<number>;
  name: string;
  kind: WireSourceKind;
  url: string | null;
  /** Null: found out from the content of each message. */
  format: WireFormat | null;
  edition: string;
  section_id: number | null;
  /** Whether its stories go out by themselves or wait for the desk. */
  publish: Generated<boolean>;
  every_seconds: Generated<number>;
  /** SHA-256 of a push source's bearer token, in hexadecimal. */
  token_hash: string | null;
  etag: string | null;
  last_modified: string | null;
  /** Null: at once. While a worker polls the source, the end of that worker's lease. */
  next_poll_at: Date | null;
  last_polled_at: Date | null;
  last_item_at: Date | null;
  /** When the provider says that it wrote the item that came last. */
  last_item_created: Date | null;
  failures: Generated<number>;
  last_error: string | null;
  /** Where a mail that was read is moved to; null: it stays where it is. */
  move_to: string | null;
  removed_at: Date | null;
  created_at: Generated<Date>;
};

type WireMessageTable = {
  id: Generated<number>;
  source_id: number;
  sha256: string;
  raw: Uint8Array;
  content_type: string | null;
  name: string | null;
  received_at: Date;
  reason: string | null;
};

type WireItemTable = {
  id: Generated<number>;
  message_id: number;
  source_id: number;
  position: number;
  guid: string | null;
  version: number | null;
  content_hash: string | null;
  item: Json<WireItem>;
  reason: string | null;
  story_id: number | null;
  received_at: Date;
};

type WireSecretTable = { source_id: number; secret: string };

type WireSeenTable = { source_id: number; name: string; stamp: string; taken: boolean; seen_at: Date };

type WireWebsubTable = {
  source_id: number;
  hub: string;
  topic: string;
  callback_key: string;
  secret: string;
  state: 'pending' | 'active' | 'denied';
  reason: string | null;
  asked_at: Date;
  lease_until: Date | null;
};

export type WireSeenRow = Selectable<WireSeenTable>;
export type WireWebsubRow = Selectable<WireWebsubTable>;
export type WireSourceRow = Selectable<WireSourceTable>;
export type WireMessageRow = Selectable<WireMessageTable>;
export type WireItemRow = Selectable<WireItemTable>;

declare module '#platform/database.ts' {
  interface Tables {
    wire_source: WireSourceTable;
    wire_message: WireMessageTable;
    wire_item: WireItemTable;
    wire_source_secret: WireSecretTable;
    wire_seen: WireSeenTable;
    wire_websub: WireWebsubTable;
  }
}
