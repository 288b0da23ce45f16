import { countDeliveries, findSend } from '#features/briefings/briefings.ts';
import { AppError } from '#lib/errors.ts';
import type { briefingShowOptions } from './briefing.command.ts';
import type { Call } from './command.ts';
import { readId } from './read-id.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing show` */
export async function briefingShow(call: Call<typeof briefingShowOptions>): Promise<undefined> {
  const id = readId(call.words, 'send');
  await withDatabase(call, async (db) => {
    const send = await findSend(db, id);
    if (!send) throw new AppError('not_found', `There is no send ${id}.`);
    const counts = await countDeliveries(db, id);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { planned, sending } = counts;
    const progress = total === 0 ? 1 : (total - planned - sending) / total;
    if (call.values.json) {
      const { next_claim_at: _, ...shown } = send;
      return call.print(`${JSON.stringify({ ...shown, counts, total, progress }, null, 2)}\n`);
    }
    await call.print(
      toTextTable([
        ['send', `${send.id} (${send.kind})`],
        ['state', send.note ? `${send.state}: ${send.note}` : send.state],
        ['leaves', send.not_before.toISOString()],
        ['done', `${Math.floor(progress * 100)} % of ${total}`],
        ...Object.entries(counts).map(([state, count]) => [`  ${state}`, String(count)]),
      ]),
    );
  });
}
