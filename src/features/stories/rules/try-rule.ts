import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { WireSourceRow } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';
import { type PreparedRule, prepareRules, type Ruling } from './apply-rules.ts';
import { findRule } from './change-rule.ts';
import { listPastItems, type PastItem } from './past-items.repo.ts';
import { DECISIONS, type Decision } from './rule.ts';
import { ruleItem } from './rule-item.ts';
import { listRules } from './rules.repo.ts';

/** One item that a rule would have done something with. `otherwise`: what would have become of it without the rule. */
export type TrialExample = {
  itemId: number;
  headline: string;
  storyId?: number;
  decision: Decision;
  otherwise: Decision;
  why: string[];
};

/** What a rule would have done, with the rules in use around it. */
export type RuleTrial = {
  /** Items that came for the first time, of the rule's source where it has one. */
  items: number;
  /** Versions of stories that were there and kills: over these no rule decides. */
  later: number;
  /** How many of the items the rule would have done anything with. */
  matched: number;
  /** How many it would have decided over, by what it would have decided. */
  decided: Record<Decision, number>;
  /** How many of those would have gone another way without it. */
  changed: Record<Decision, number>;
  alerted: number;
  /** What would have become of all items, with all rules. */
  outcome: Record<Decision, number>;
  examples: TrialExample[];
};

export type TryRule = {
  name: string;
  /** What came before this moment is left out. */
  since: Date;
  /** So many examples of each decision, the last ones. */
  examples: number;
  sources: WireSourceRow[];
  editions: EditionRow[];
  sections: SectionRow[];
};

const PAGE = 500;

/**
 * Asks the rules in use, and this one as if it were in use, about what came in before; changes nothing. Items are read a page at a time,
 * from the last one back, so it takes as little memory for a year as for a day.
 * @throws AppError not_found
 */
export async function tryRule(db: Db, asked: TryRule): Promise<RuleTrial> {
  const rule = await findRule(db, asked.name);
  const rules = await listRules(db);
  const others = prepareRules(rules.filter(({ id }) => id !== rule.id));
  const all = prepareRules(rules.map((one) => (one.id === rule.id ? { ...one, enabled: true } : one)));
  const sources = new Map(asked.sources.map((source) => [source.id, source]));
  const trial = emptyTrial();
  for (let before: number | undefined; ; ) {
    const page = await listPastItems(db, { sourceId: rule.sourceId ?? undefined, before, limit: PAGE });
    const recent = page.filter(({ received_at }) => received_at >= asked.since);
    for (const past of recent) {
      const source = sources.get(past.source_id);
      if (source) count(trial, past, { ruleId: rule.id, all, others, source, asked });
    }
    before = page.at(-1)?.id;
    // Numbers are given in the order of arrival, but for what was under way at the same time.
    if (page.length < PAGE || recent.length === 0) return trial;
  }
}

const none = (): Record<Decision, number> => ({ publish: 0, wait: 0, ignore: 0 });

const emptyTrial = (): RuleTrial => ({
  ...{ items: 0, later: 0, matched: 0, alerted: 0, examples: [] },
  ...{ decided: none(), changed: none(), outcome: none() },
});

type Trying = {
  ruleId: number;
  all: PreparedRule[];
  others: PreparedRule[];
  source: WireSourceRow;
  asked: TryRule;
};

function count(trial: RuleTrial, past: PastItem, { ruleId, all, others, source, asked }: Trying): void {
  if (!past.first || past.item.pubstatus === 'canceled') {
    trial.later += 1;
    return;
  }
  const { editions, sections } = asked;
  const item = { item: past.item, source, editions, sections, at: past.received_at };
  const ruling = ruleItem(all, item);
  trial.items += 1;
  trial.outcome[ruling.decision] += 1;
  const applied = ruling.applied.find(({ id }) => id === ruleId);
  if (!applied) return;
  trial.matched += 1;
  if (applied.effect.alert) trial.alerted += 1;
  const otherwise = ruleItem(others, item).decision;
  if (applied.effect.decision) {
    trial.decided[ruling.decision] += 1;
    if (otherwise !== ruling.decision) trial.changed[ruling.decision] += 1;
  }
  addExample(trial, toExample(past, ruling, otherwise, applied.why), asked.examples);
}

const toExample = (
  past: PastItem,
  { decision }: Ruling,
  otherwise: Decision,
  why: string[],
): TrialExample => ({
  itemId: past.id,
  headline: past.item.headline ?? past.item.slugline ?? past.item.uri,
  storyId: past.story_id ?? undefined,
  ...{ decision, otherwise, why },
});

function addExample(trial: RuleTrial, example: TrialExample, most: number): void {
  const same = trial.examples.filter(({ decision }) => decision === example.decision).length;
  if (same >= most) return;
  trial.examples.push(example);
  trial.examples.sort((a, b) => DECISIONS.indexOf(a.decision) - DECISIONS.indexOf(b.decision));
}
