import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRules, prepareRules } from './apply-rules.ts';
import type { Rule, RuleConditions, RuleEffects } from './rule.ts';
import { rulingOfLater } from './rule-item.ts';
import { buildRule, buildRuled } from './testing/build-rule.ts';

const apply = (rules: Rule[], ...item: Parameters<typeof buildRuled>) =>
  applyRules(prepareRules(rules), buildRuled(...item));

describe('what rules make of an item', () => {
  test('the source decides where no rule does', () => {
    expect(apply([], {}, { publish: true })).toMatchObject({ decision: 'publish', applied: [] });
    expect(apply([buildRule(1, {}, { desk: 'night' })], {})).toMatchObject({
      decision: 'wait',
      desk: 'night',
    });
  });

  test('the first rule that sets a thing wins for that thing alone', () => {
    const ruling = apply([
      buildRule(2, {}, { decision: 'wait', section: 'sport', desk: 'late', urgency: 2 }),
      buildRule(1, {}, { decision: 'publish', section: 'world' }),
    ]);
    expect(ruling).toMatchObject({ decision: 'publish', section: 'world', desk: 'late', urgency: 2 });
    expect(ruling.applied.map(({ name, effect }) => [name, effect])).toEqual([
      ['rule-1', { decision: 'publish', section: 'world' }],
      ['rule-2', { desk: 'late', urgency: 2 }],
    ]);
  });

  test('a rule may say what the source says and keep others from saying otherwise', () => {
    const rules = [buildRule(1, {}, { decision: 'wait' }), buildRule(2, {}, { decision: 'publish' })];
    expect(apply(rules).decision).toBe('wait');
  });

  test('topics and alerts add up, each topic once', () => {
    const ruling = apply([
      buildRule(1, {}, { topics: ['ferry', 'weather'], alert: true }),
      buildRule(2, {}, { topics: ['weather', 'harbour'], alert: true }),
    ]);
    expect(ruling.topics).toEqual(['ferry', 'weather', 'harbour']);
    expect(ruling.alerts).toEqual(['rule-1', 'rule-2']);
  });

  test('stop ends it, and is told', () => {
    const ruling = apply([buildRule(1, {}, { stop: true }), buildRule(2, {}, { decision: 'ignore' })]);
    expect(ruling).toMatchObject({ decision: 'wait', applied: [{ name: 'rule-1', effect: { stop: true } }] });
  });

  test('a rule that does not match stops nothing', () => {
    const rules = [
      buildRule(1, { words: ['nothing'] }, { stop: true }),
      buildRule(2, {}, { decision: 'ignore' }),
    ];
    expect(apply(rules).decision).toBe('ignore');
  });

  test('a rule that is not in use does nothing', () => {
    expect(apply([buildRule(1, {}, { decision: 'ignore' }, { enabled: false })]).decision).toBe('wait');
  });

  test('a rule of another source does nothing', () => {
    expect(apply([buildRule(1, {}, { decision: 'publish' }, { sourceId: 2 })]).decision).toBe('wait');
    expect(apply([buildRule(1, {}, { decision: 'publish' }, { sourceId: 1 })])).toMatchObject({
      decision: 'publish',
      applied: [{ why: ['source'] }],
    });
  });

  test('a section that the edition does not have is left to the next rule', () => {
    const rules = [buildRule(1, {}, { section: 'courts' }), buildRule(2, {}, { section: 'sport' })];
    expect(apply(rules)).toMatchObject({ section: 'sport', applied: [{ name: 'rule-2' }] });
  });

  test('a kill is asked about by no rule', () => {
    const rules = [buildRule(1, {}, { decision: 'ignore', alert: true })];
    expect(apply(rules, { pubstatus: 'canceled' })).toMatchObject({
      decision: 'wait',
      alerts: [],
      applied: [],
    });
  });
});

describe('for an item whose story is there', () => {
  const ruling = apply([
    buildRule(1, {}, { decision: 'ignore', section: 'sport' }),
    buildRule(2, {}, { desk: 'night', topics: ['ferry'], alert: true }),
  ]);

  test('nothing is ignored and the section is left alone; desk, topics and alerts count', () => {
    expect(rulingOfLater(ruling, true)).toMatchObject({
      decision: 'wait',
      section: undefined,
      desk: 'night',
      topics: ['ferry'],
      applied: [{ name: 'rule-2' }],
    });
  });

  test('publishing is decided as long as the story is not out', () => {
    const published = apply([buildRule(1, {}, { decision: 'publish' })]);
    expect(rulingOfLater(published, true).applied).toMatchObject([{ effect: { decision: 'publish' } }]);
    expect(rulingOfLater(published, false).applied).toEqual([]);
  });
});

const CONDITIONS: RuleConditions[] = [
  {},
  { words: ['ferry'] },
  { words: ['fog', '안개'] },
  { urgency: { from: 1, to: 3 } },
  { language: ['ko'] },
  { credit: ['Yonhap'] },
];
const anyEffects: fc.Arbitrary<RuleEffects> = fc.record(
  {
    section: fc.constantFrom('world', 'sport', 'courts'),
    topics: fc.subarray(['ferry', 'weather', 'harbour']),
    urgency: fc.integer({ min: 1, max: 9 }),
    desk: fc.constantFrom('night', 'late'),
    decision: fc.constantFrom('publish', 'wait', 'ignore'),
    alert: fc.constant(true as const),
  },
  { requiredKeys: [] },
);
const anyRules = fc
  .array(fc.record({ conditions: fc.constantFrom(...CONDITIONS), effects: anyEffects }), { maxLength: 8 })
  .map((all) => all.map(({ conditions, effects }, at) => buildRule((at + 1) * 10, conditions, effects)));
const anyItem = fc.record({
  headline: fc.constantFrom('Ferry sinks in fog', '안개로 결항', 'Rates unchanged'),
  urgency: fc.constantFrom(1, 4, undefined),
  language: fc.constantFrom('ko', 'en'),
  credit: fc.constantFrom('(Yonhap)', undefined),
});

describe('whatever the rules', () => {
  test('the same rules and item give the same ruling, in whatever order the rules are handed over', () => {
    fc.assert(
      fc.property(anyRules, anyItem, fc.infiniteStream(fc.nat()), (rules, item, keys) => {
        const order = new Map(rules.map((rule) => [rule, keys.next().value]));
        const shuffled = rules.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        expect(apply(shuffled, item)).toEqual(apply(rules, item));
      }),
    );
  });

  test('a rule behind one that stops changes nothing', () => {
    fc.assert(
      fc.property(anyRules, anyRules, anyItem, (before, after, item) => {
        const stop = buildRule(500, {}, { stop: true });
        const behind = after.map((rule) => ({ ...rule, id: rule.id + 1000, position: rule.position + 1000 }));
        expect(apply([...before, stop, ...behind], item)).toEqual(apply([...before, stop], item));
      }),
    );
  });

  test('a rule at the end takes nothing back that others have set', () => {
    fc.assert(
      fc.property(anyRules, anyEffects, anyItem, (rules, effects, item) => {
        const short = apply(rules, item);
        const long = apply([...rules, buildRule(999, {}, effects)], item);
        expect(long.applied.slice(0, short.applied.length)).toEqual(short.applied);
        for (const thing of ['section', 'urgency', 'desk'] as const)
          if (short[thing] !== undefined) expect(long[thing]).toBe(short[thing]);
      }),
    );
  });

  test('what a ruling says is what its rules did', () => {
    fc.assert(
      fc.property(anyRules, anyItem, fc.boolean(), (rules, item, publish) => {
        const ruling = apply(rules, item, { publish });
        const set = ruling.applied.map(({ effect }) => effect);
        expect(ruling.topics).toEqual(set.flatMap(({ topics = [] }) => topics));
        const decided = set.flatMap(({ decision }) => decision ?? []);
        expect(decided.length).toBeLessThanOrEqual(1);
        expect(ruling.decision).toBe(decided[0] ?? (publish ? 'publish' : 'wait'));
      }),
    );
  });
});
