import { countDeliveries, stopSend } from '#features/briefings/briefings.ts';
import { systemClock } from '#lib/clock.ts';
import type { Call } from './command.ts';
import { readId } from './read-id.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing stop` */
export async function briefingStop(call: Call<Record<never, never>>): Promise<undefined> {
  const id = readId(call.words, 'send');
  await withDatabase(call, async (db) => {
    await stopSend(db, id, systemClock());
    const { sent, sending, unknown, planned } = await countDeliveries(db, id);
    call.say(`Send ${id} is stopped: ${sent + sending + unknown} have left, ${planned} stay.`);
  });
}
