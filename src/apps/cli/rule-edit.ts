import { moveRule, type RuleListing, removeRule, setRuleInUse } from '#features/stories/stories.ts';
import { systemClock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import type { Call } from './command.ts';
import type { ruleMoveOptions } from './rule.command.ts';
import { oneName } from './rule-name.ts';
import { withDatabase } from './with-database.ts';

type Plain = Call<Record<never, never>>;

const edit = async (
  call: Pick<Plain, 'say'>,
  work: (db: Db) => Promise<RuleListing>,
  then: string,
): Promise<void> => {
  const { name } = await withDatabase(call, work);
  call.say(`Rule ${name} ${then}.`);
};

/** `dateline rule remove` */
export async function ruleRemove(call: Plain): Promise<undefined> {
  const name = oneName(call.words);
  await edit(call, (db) => removeRule(db, name), 'is gone; what it did stays in the history');
}

/** `dateline rule enable` */
export async function ruleEnable(call: Plain): Promise<undefined> {
  const name = oneName(call.words);
  await edit(call, (db) => setRuleInUse(db, name, true, systemClock()), 'counts from the next message on');
}

/** `dateline rule disable` */
export async function ruleDisable(call: Plain): Promise<undefined> {
  const name = oneName(call.words);
  await edit(call, (db) => setRuleInUse(db, name, false, systemClock()), 'is out of use');
}

/** `dateline rule move` */
export async function ruleMove(call: Call<typeof ruleMoveOptions>): Promise<undefined> {
  const name = oneName(call.words);
  const { before } = call.values;
  const place = before === undefined ? 'comes last now' : `comes before ${before} now`;
  await edit(call, (db) => moveRule(db, name, before), place);
}
