import {
  type BriefingListRow,
  countDeliveries,
  countSubscribers,
  ensureLists,
  listSends,
  type SendRow,
} from '#features/briefings/briefings.ts';
import { systemClock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import type { briefingListOptions } from './briefing.command.ts';
import { type Call, WrongUse } from './command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

const SENDS_SHOWN = 5;

/** `dateline briefing list` */
export async function briefingList(call: Call<typeof briefingListOptions>): Promise<undefined> {
  const { values, words, print } = call;
  if (words.length > 0) throw new WrongUse(`"${words[0]}" is one word too many.`);
  await withDatabase(call, async (db) => {
    const lists = await ensureLists(db, systemClock());
    const views = await Promise.all(lists.map((list) => toView(db, list)));
    if (values.json) return print(`${JSON.stringify(views, null, 2)}\n`);
    const headings = ['EDITION', 'HOUR', 'READERS', 'PAUSED', 'WAITING', 'FROM'];
    const rows = views.map((view) => [
      view.edition,
      view.enabled ? `${String(view.hour).padStart(2, '0')}:00` : 'off',
      ...[view.active, view.paused, view.pending].map(String),
      view.from || '(briefing@ the host)',
    ]);
    await print(toTextTable([headings, ...rows]));
    const sends = views.flatMap(({ sends: list }) => list);
    if (sends.length === 0) return;
    const sendRows = sends.map((send) => [
      String(send.id),
      send.edition,
      send.kind,
      send.state,
      send.not_before.toISOString().slice(0, 16),
      `${send.counts.sent} of ${Object.values(send.counts).reduce((sum, count) => sum + count, 0)}`,
    ]);
    await print(`\n${toTextTable([['SEND', 'EDITION', 'KIND', 'STATE', 'LEAVES', 'SENT'], ...sendRows])}`);
  });
}

async function toView(db: Db, list: BriefingListRow) {
  const counts = (await countSubscribers(db, systemClock())).find(({ list_id }) => list_id === list.id);
  const sends = await listSends(db, list.id, SENDS_SHOWN);
  return {
    edition: list.edition,
    hour: list.hour,
    enabled: list.enabled,
    from: list.from_address,
    rate: list.rate,
    active: counts?.active ?? 0,
    paused: counts?.paused ?? 0,
    pending: counts?.pending ?? 0,
    sends: await Promise.all(
      sends.map(async (send: SendRow) => ({
        id: send.id,
        edition: list.edition,
        kind: send.kind,
        state: send.state,
        not_before: send.not_before,
        counts: await countDeliveries(db, send.id),
      })),
    ),
  };
}
