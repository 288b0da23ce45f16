import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { WireItem, WireSourceRow } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';
import { editionFor } from '../route-item.ts';
import { hasIgnored } from './applications.repo.ts';
import { applyRules, type PreparedRule, prepareRules, type Ruling, withoutRules } from './apply-rules.ts';
import type { RuleEffects } from './rule.ts';
import { listRules } from './rules.repo.ts';

/** The rules in use, and whether there are items that a rule ignored: what a batch is ruled with. */
export type RuleBook = { rules: PreparedRule[]; ignored: boolean };

/** Reads the rules as they stand now. */
export async function readRules(db: Db): Promise<RuleBook> {
  const [rules, ignored] = await Promise.all([listRules(db), hasIgnored(db)]);
  return { rules: prepareRules(rules), ignored };
}

export type ItemToRule = {
  item: WireItem;
  source: WireSourceRow;
  editions: EditionRow[];
  sections: SectionRow[];
  at: Date;
};

/** What the rules, and where they say nothing the item's source, want done with an item. */
export function ruleItem(rules: readonly PreparedRule[], ruled: ItemToRule): Ruling {
  const { item, source, editions, sections, at } = ruled;
  if (rules.length === 0) return withoutRules(source.publish);
  const edition = editionFor(item, source, editions)?.code ?? source.edition;
  const here = sections.filter((section) => section.edition === edition).map(({ slug }) => slug);
  return applyRules(rules, {
    item,
    at,
    sourceId: source.id,
    publish: source.publish,
    sections: new Set(here),
  });
}

/**
 * What a ruling comes to for an item whose story was there: nothing is ignored, and the section is the desk's by now. Once the story is
 * out or taken back, or where another version leads it, publishing is not decided either.
 */
export function rulingOfLater(ruling: Ruling, decides: boolean): Ruling {
  const applied = ruling.applied.flatMap((one) => {
    const { section: _, decision, ...kept } = one.effect;
    const effect: RuleEffects =
      decision !== undefined && decision !== 'ignore' && decides ? { ...kept, decision } : kept;
    return Object.keys(effect).length === 0 ? [] : [{ ...one, effect }];
  });
  const decision = ruling.decision === 'ignore' ? 'wait' : ruling.decision;
  return { ...ruling, section: undefined, decision, applied };
}
