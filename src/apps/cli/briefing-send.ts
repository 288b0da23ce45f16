import { ensureListOf, planBriefing } from '#features/briefings/briefings.ts';
import { systemClock } from '#lib/clock.ts';
import { parseDuration } from '#lib/duration.ts';
import type { briefingSendOptions } from './briefing.command.ts';
import { readRate } from './briefing-rate.ts';
import { type Call, WrongUse } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing send` */
export async function briefingSend(call: Call<typeof briefingSendOptions>): Promise<undefined> {
  const { values, words, print, say } = call;
  const [edition, ...more] = words;
  if (edition === undefined || more.length > 0)
    throw new WrongUse('Write the code of one edition, such as en.');
  const now = systemClock();
  const grace = parseDuration(values.grace ?? '2m');
  if (grace === undefined) throw new WrongUse(`--grace takes a time such as 2m, not "${values.grace}".`);
  const earliest = now.getTime() + grace * 1000;
  const notBefore = new Date(Math.max(earliest, readTime(values.at)?.getTime() ?? 0));
  const rate = readRate(values.rate);
  await withDatabase(call, async (db) => {
    const list = await ensureListOf(db, edition, now);
    const planned = await planBriefing(db, { list, now, notBefore, rate, madeBy: 'command' });
    if (!planned) return;
    const { send, readers, stories } = planned;
    if (values.json) {
      const view = {
        send: send.id,
        readers,
        leaves: send.not_before,
        rate: send.rate,
        stories: stories.map(({ id, headline }) => ({ article: id, headline })),
      };
      return print(`${JSON.stringify(view, null, 2)}\n`);
    }
    await print(`${send.id}\n`);
    say(
      `Send ${send.id}: ${stories.length} stories to ${readers} readers, led by “${stories[0]?.headline}”.`,
    );
    say(`It leaves at ${send.not_before.toISOString()}; dateline briefing stop ${send.id} stops it.`);
  });
}

function readTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text) ||
    Number.isNaN(time.getTime())
  ) {
    throw new WrongUse(`--at takes a time with its offset, such as 2026-11-24T06:00+09:00, not "${text}".`);
  }
  return time;
}
