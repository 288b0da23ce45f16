import type { WireItem } from '#features/wire/wire.ts';
import type { RuledItem } from '../arrival-facts.ts';
import type { Rule, RuleConditions, RuleEffects } from '../rule.ts';

export const AT = new Date('2026-11-24T06:00:00Z');

/** A rule in use for every source; `position` is also its id unless that is given. */
export function buildRule(
  position: number,
  conditions: RuleConditions,
  effects: RuleEffects,
  values: Partial<Rule> = {},
): Rule {
  return {
    ...{ id: position, name: `rule-${position}`, version: 1, position, sourceId: null, conditions, effects },
    enabled: true,
    ...values,
  };
}

/** An item of source 1, which waits for the desk, as rules are asked about it. */
export function buildRuled(
  item: Partial<WireItem> & { text?: string } = {},
  values: Partial<RuledItem> = {},
): RuledItem {
  const { text = 'Ships waited outside.', ...rest } = item;
  return {
    item: {
      ...{ uri: 'urn:test:1', type: 'text', headline: 'Harbour reopens', pubstatus: 'usable' },
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      ...{ subject: [], links: [], media: [], notes: [] },
      ...rest,
    },
    ...{ sourceId: 1, publish: false, at: AT, sections: new Set(['world', 'sport']) },
    ...values,
  };
}
