import { type Facts, type RuledItem, toFacts } from './arrival-facts.ts';
import { type Check, toChecks } from './conditions.ts';
import type { Decision, Rule, RuleEffects } from './rule.ts';

/** A rule that did something: what it did, of all that it might have done, and what of the item it went by. */
export type AppliedRule = Pick<Rule, 'id' | 'name' | 'version'> & { effect: RuleEffects; why: string[] };

/** What the rules say of an item. `alerts`: the names of the rules that call the desk to it. */
export type Ruling = Pick<RuleEffects, 'section' | 'urgency' | 'desk'> & {
  topics: string[];
  decision: Decision;
  alerts: string[];
  applied: AppliedRule[];
};

export type PreparedRule = { rule: Rule; checks: Check[] };

/** Rules in use, ready to be asked in their order. */
export const prepareRules = (rules: readonly Rule[]): PreparedRule[] =>
  rules
    .filter(({ enabled }) => enabled)
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
    .map((rule) => ({ rule, checks: toChecks(rule.conditions) }));

/** What is done with an item that no rule is asked about: its source's own setting decides. */
export const withoutRules = (publish: boolean): Ruling => ({
  topics: [],
  decision: publish ? 'publish' : 'wait',
  alerts: [],
  applied: [],
});

/**
 * Asks the rules about an item, in their order: the first that sets a thing sets it for good, topics and alerts add up, and `stop` ends it.
 * Nothing but rules and item decides. A kill is an order and no copy: no rule is asked about it.
 */
export function applyRules(rules: readonly PreparedRule[], ruled: RuledItem): Ruling {
  const ruling = withoutRules(ruled.publish);
  if (rules.length === 0 || ruled.item.pubstatus === 'canceled') return ruling;
  const facts = toFacts(ruled);
  let decided = false;
  for (const { rule, checks } of rules) {
    const why = matches(rule, checks, facts);
    if (!why) continue;
    const effect = newOf(rule, ruling, decided, ruled.sections);
    const { section, topics = [], urgency, desk, decision, alert, stop } = effect;
    if (Object.keys(effect).length > 0)
      ruling.applied.push({ id: rule.id, name: rule.name, version: rule.version, effect, why });
    if (section !== undefined) ruling.section = section;
    if (urgency !== undefined) ruling.urgency = urgency;
    if (desk !== undefined) ruling.desk = desk;
    if (decision !== undefined) {
      ruling.decision = decision;
      decided = true;
    }
    ruling.topics.push(...topics);
    if (alert) ruling.alerts.push(rule.name);
    if (stop) break;
  }
  return ruling;
}

function matches({ sourceId }: Rule, checks: Check[], facts: Facts): string[] | undefined {
  if (sourceId !== null && sourceId !== facts.sourceId) return undefined;
  const why: string[] = sourceId === null ? [] : ['source'];
  for (const check of checks) {
    const seen = check(facts);
    if (seen === undefined) return undefined;
    why.push(seen);
  }
  return why.length === 0 ? ['every item'] : why;
}

/** Of what a rule does, that which no rule before it has settled. */
function newOf(
  { effects }: Rule,
  ruling: Ruling,
  decided: boolean,
  sections: ReadonlySet<string>,
): RuleEffects {
  const { section, topics = [], urgency, desk, decision, alert, stop } = effects;
  const added = topics.filter((topic) => !ruling.topics.includes(topic));
  return {
    ...(section !== undefined && ruling.section === undefined && sections.has(section) && { section }),
    ...(added.length > 0 && { topics: added }),
    ...(urgency !== undefined && ruling.urgency === undefined && { urgency }),
    ...(desk !== undefined && ruling.desk === undefined && { desk }),
    ...(decision !== undefined && !decided && { decision }),
    ...(alert && { alert }),
    ...(stop && { stop }),
  };
}
