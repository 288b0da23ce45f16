import './briefings.tables.ts';
import type { Db } from '#platform/database.ts';

/** Notes that a job's letter is about to be handed to the mail server. False where that was noted before. */
export async function beginHandover(db: Db, jobId: string, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('letter_handover')
    .values({ job_id: jobId, begun_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** The server did not take the letter, and said so: it may be handed over again. */
export async function undoHandover(db: Db, jobId: string): Promise<void> {
  await db.deleteFrom('letter_handover').where('job_id', '=', jobId).execute();
}

export async function forgetHandovers(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('letter_handover').where('begun_at', '<', before).execute();
}
