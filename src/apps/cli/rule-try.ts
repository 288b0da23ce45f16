import { type RuleTrial, tryRule } from '#features/stories/stories.ts';
import { listEditions, listSections } from '#features/taxonomy/taxonomy.ts';
import { listSources } from '#features/wire/wire.ts';
import { systemClock } from '#lib/clock.ts';
import { type Call, WrongUse } from './command.ts';
import type { ruleTryOptions } from './rule.command.ts';
import { oneName } from './rule-name.ts';
import { toPlainLine, toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

const DAY_MS = 86_400_000;
const EXAMPLES = 5;

/** `dateline rule try` */
export async function ruleTry(call: Call<typeof ruleTryOptions>): Promise<undefined> {
  const name = oneName(call.words);
  const days = Number(call.values.days ?? '30');
  if (!Number.isInteger(days) || days < 1 || days > 3660)
    throw new WrongUse(`--days takes a number from 1 to 3660, not "${call.values.days}".`);
  const trial = await withDatabase(call, async (db) => {
    const [editions, sections, sources] = await Promise.all([
      listEditions(db),
      listSections(db),
      listSources(db),
    ]);
    const since = new Date(systemClock().getTime() - days * DAY_MS);
    return tryRule(db, { name, since, examples: EXAMPLES, sources, editions, sections });
  });
  await call.print(
    call.values.json ? `${JSON.stringify({ rule: name, days, ...trial }, null, 2)}\n` : toPage(trial),
  );
}

function toPage(trial: RuleTrial): string {
  const { items, later, matched, decided, changed, alerted, outcome, examples } = trial;
  const lines = [
    `Would have published ${decided.publish} of ${items}, put ${decided.wait} on hold, ignored ${decided.ignore}.`,
    `New in this: ${changed.publish} published, ${changed.wait} put on hold, ${changed.ignore} ignored.`,
    `Matches ${matched}, alerts ${alerted}.`,
    `With all rules: ${outcome.publish} published, ${outcome.wait} waiting, ${outcome.ignore} ignored.`,
    ...(later > 0 ? [`Left alone: ${later} later versions and kills.`] : []),
  ];
  const rows = examples.map(({ itemId, headline, decision, otherwise, why }) => [
    String(itemId),
    decision === otherwise ? decision : `${decision}, not ${otherwise}`,
    headline.length > 70 ? `${headline.slice(0, 69)}…` : headline,
    toPlainLine(why.join(', ')),
  ]);
  const table =
    rows.length === 0 ? '' : `\n${toTextTable([['ITEM', 'OUTCOME', 'HEADLINE', 'FOR'], ...rows])}`;
  return `${lines.join('\n')}\n${table}`;
}
