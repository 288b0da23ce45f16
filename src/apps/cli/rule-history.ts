import { type ApplicationListing, findRule, listApplications } from '#features/stories/stories.ts';
import { type Call, WrongUse } from './command.ts';
import { readId } from './read-id.ts';
import type { ruleHistoryOptions } from './rule.command.ts';
import { toEffectWords } from './rule-words.ts';
import { toPlainLine } from './text-table.ts';
import { withDatabase } from './with-database.ts';

/** `dateline rule history` */
export async function ruleHistory(call: Call<typeof ruleHistoryOptions>): Promise<undefined> {
  const { values, words } = call;
  if (words.length > 0) throw new WrongUse(`"${words[0]}" is one word too many.`);
  const itemId = values.item === undefined ? undefined : readId([values.item], 'item');
  const before = values.before === undefined ? undefined : readId([values.before], 'entry');
  const limit = Number(values.limit ?? '50');
  if (!Number.isInteger(limit) || limit < 1 || limit > 9999)
    throw new WrongUse(`--limit takes a number from 1 to 9999, not "${values.limit}".`);
  const rows = await withDatabase(call, async (db) => {
    const ruleId = values.rule === undefined ? undefined : (await findRule(db, values.rule)).id;
    return listApplications(db, { itemId, ruleId, ignored: values.ignored, before, limit });
  });
  if (values.json) await call.print(`${JSON.stringify(rows.map(toHistoryView), null, 2)}\n`);
  else if (rows.length === 0) call.say('There is nothing of that kind.');
  else for (const row of rows) await call.print(toHistoryLine(row));
}

/** What a rule did with an item, for JSON. */
export const toHistoryView = (row: ApplicationListing) => ({
  id: row.id,
  at: row.at,
  rule: row.rule_name,
  rule_version: row.rule_version,
  effect: row.effect,
  why: row.why,
  ignored: row.ignored,
  item: row.item_id,
  source: row.source,
  guid: row.guid,
  version: row.item_version,
  headline: row.headline ?? undefined,
  story: row.story_id ?? undefined,
});

/** The same on one line. */
export function toHistoryLine(row: ApplicationListing): string {
  const cells = [
    row.at.toISOString(),
    `${row.rule_name} (version ${row.rule_version})`,
    `${toEffectWords(row.effect)} for ${row.why.join(', ')}`,
    `item ${row.item_id} of ${row.source}`,
    row.story_id === null ? (row.ignored ? 'ignored' : 'no story') : `story ${row.story_id}`,
    row.headline ?? row.guid ?? '',
  ];
  return `${cells.map(toPlainLine).join('  ')}\n`;
}
