import { renewReportToken } from '#features/briefings/briefings.ts';
import { systemClock } from '#lib/clock.ts';
import { type Call, WrongUse } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing token` */
export async function briefingToken(call: Call<Record<never, never>>): Promise<undefined> {
  if (call.words.length > 0) throw new WrongUse(`"${call.words[0]}" is one word too many.`);
  await withDatabase(call, async (db) => {
    await call.print(`${await renewReportToken(db, systemClock())}\n`);
    call.say(
      'This is shown once. The service sends it as "Authorization: Bearer TOKEN" to /api/mail-reports.',
    );
  });
}
