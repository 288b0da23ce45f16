import { ensureListOf, updateList } from '#features/briefings/briefings.ts';
import { systemClock } from '#lib/clock.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import type { briefingSetOptions } from './briefing.command.ts';
import { readRate } from './briefing-rate.ts';
import { type Call, WrongUse } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing set` */
export async function briefingSet(call: Call<typeof briefingSetOptions>): Promise<undefined> {
  const { values, words, say } = call;
  const [edition, ...more] = words;
  if (edition === undefined || more.length > 0)
    throw new WrongUse('Write the code of one edition, such as en.');
  if (values.on && values.off) throw new WrongUse('Write --on or --off, not both.');
  const change = {
    ...(values.hour === undefined ? {} : { hour: readHour(values.hour) }),
    ...(values.from === undefined ? {} : { from_address: readAddress(values.from) }),
    ...(values.rate === undefined ? {} : { rate: readRate(values.rate) }),
    ...(values.on || values.off ? { enabled: Boolean(values.on) } : {}),
  };
  if (Object.keys(change).length === 0) throw new WrongUse('Say what to change.');
  await withDatabase(call, async (db) => {
    const list = await ensureListOf(db, edition, systemClock());
    await updateList(db, list.id, change);
    const { enabled, hour } = { ...list, ...change };
    const when = enabled ? `sent every day at ${String(hour).padStart(2, '0')}:00` : 'sent only by hand';
    say(`The briefing of ${edition} is ${when}.`);
  });
}

function readHour(text: string): number {
  if (!/^([01]?\d|2[0-3])$/.test(text))
    throw new WrongUse(`--hour takes an hour from 0 to 23, not "${text}".`);
  return Number(text);
}

function readAddress(text: string): string {
  const parsed = parseMailAddress(text);
  if (!parsed) throw new WrongUse(`"${text}" is no mail address.`);
  return parsed.address;
}
