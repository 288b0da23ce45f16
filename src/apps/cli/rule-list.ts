import { findRule, listApplications, listRules, type RuleListing } from '#features/stories/stories.ts';
import { type Call, WrongUse } from './command.ts';
import type { ruleListOptions, ruleShowOptions } from './rule.command.ts';
import { toHistoryLine, toHistoryView } from './rule-history.ts';
import { oneName } from './rule-name.ts';
import { toConditionWords, toEffectWords } from './rule-words.ts';
import { toPlainLine, toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

/** `dateline rule list` */
export async function ruleList(call: Call<typeof ruleListOptions>): Promise<undefined> {
  if (call.words.length > 0) throw new WrongUse(`"${call.words[0]}" is one word too many.`);
  const rules = await withDatabase(call, listRules);
  if (call.values.json)
    return call.print(`${JSON.stringify(rules.map(toView), null, 2)}\n`).then(() => undefined);
  if (rules.length === 0) call.say('There are no rules yet. See: dateline rule add --help');
  else await call.print(toTextTable([['RULE', 'IF', 'THEN', 'STATE'], ...rules.map(toCells)]));
}

const toView = ({
  name,
  version,
  position,
  source,
  conditions,
  effects,
  enabled,
  changedAt,
}: RuleListing) => ({
  ...{ name, version, position, source: source ?? undefined, conditions, effects, enabled },
  changed: changedAt,
});

const toCells = ({ name, source, conditions, effects, enabled }: RuleListing): string[] => [
  name,
  toConditionWords(source, conditions),
  toEffectWords(effects),
  enabled ? 'in use' : 'not in use',
];

const LAST = 10;

/** `dateline rule show` */
export async function ruleShow(call: Call<typeof ruleShowOptions>): Promise<undefined> {
  const name = oneName(call.words);
  const { rule, history } = await withDatabase(call, async (db) => {
    const rule = await findRule(db, name);
    return { rule, history: await listApplications(db, { ruleId: rule.id, limit: LAST }) };
  });
  if (call.values.json) {
    await call.print(
      `${JSON.stringify({ ...toView(rule), history: history.map(toHistoryView) }, null, 2)}\n`,
    );
    return;
  }
  const facts = [
    ['Rule', `${rule.name}, version ${rule.version}, ${rule.enabled ? 'in use' : 'not in use'}`],
    ['Place', String(rule.position)],
    ['Changed', rule.changedAt.toISOString()],
    ['If', toConditionWords(rule.source, rule.conditions)],
    ['Then', toEffectWords(rule.effects)],
  ];
  const lines = facts.map(([label, value = '']) => `${`${label}:`.padEnd(10)} ${toPlainLine(value)}\n`);
  await call.print([...lines, ...history.map(toHistoryLine)].join(''));
}
