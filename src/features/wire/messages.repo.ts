import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

type MessageKey = { source_id: number; sha256: string };

/** The messages with these bytes that came from their sources before. */
export async function listMessages(
  db: Db,
  keys: MessageKey[],
): Promise<(MessageKey & { id: number; reason: string | null })[]> {
  const { rows } = await sql<MessageKey & { id: number; reason: string | null }>`/* prepare known_messages */
    select m.id, m.source_id, m.sha256, m.reason
    from unnest(${keys.map((key) => key.source_id)}::bigint[], ${keys.map((key) => key.sha256)}::text[])
      as asked (source_id, sha256)
    join wire_message m on m.source_id = asked.source_id and m.sha256 = asked.sha256`.execute(db);
  return rows;
}

/** Inserts messages; answers their ids with the keys by which they are found. */
export async function insertMessages(
  db: Db,
  messages: (MessageKey & {
    raw: Uint8Array;
    content_type: string | null;
    name: string | null;
    received_at: Date;
    reason: string | null;
  })[],
): Promise<(MessageKey & { id: number })[]> {
  if (messages.length === 0) return [];
  return db.insertInto('wire_message').values(messages).returning(['id', 'source_id', 'sha256']).execute();
}

/** A message that could not be read before can be read now; its bytes stay as they are. */
export async function clearMessageReason(db: Db, id: number): Promise<void> {
  await db.updateTable('wire_message').set({ reason: null }).where('id', '=', id).execute();
}

/** What a provider sent, byte for byte. */
export const findRawMessage = (
  db: Db,
  id: number,
): Promise<{ raw: Uint8Array; content_type: string | null; name: string | null } | undefined> =>
  db
    .selectFrom('wire_message')
    .select(['raw', 'content_type', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
