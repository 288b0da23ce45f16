import { findRawMessage } from '#features/wire/wire.ts';
import { AppError } from '#lib/errors.ts';
import type { Call } from './command.ts';
import { readId } from './read-id.ts';
import { withDatabase } from './with-database.ts';

/** `dateline wire message` */
export async function wireMessage(call: Call<Record<never, never>>): Promise<undefined> {
  const id = readId(call.words, 'message');
  await withDatabase(call, async (db) => {
    const message = await findRawMessage(db, id);
    if (!message) throw new AppError('not_found', `There is no message ${id}.`);
    await call.print(message.raw);
  });
}
