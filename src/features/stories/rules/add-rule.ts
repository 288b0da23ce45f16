import { AppError } from '#lib/errors.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { foldPhrase } from './fold-text.ts';
import type { RuleConditions, RuleEffects } from './rule.ts';
import { insertRule, listRules, lockRules, orderRules, updateRule } from './rules.repo.ts';

export type AddRule = {
  /** Lower-case letters, digits and single `-`, `_` or `.` between them. */
  name: string;
  sourceId?: number;
  conditions: RuleConditions;
  sectionId?: number;
  effects: Omit<RuleEffects, 'section'>;
  /** The name of the rule that it comes before; absent: it comes last, or stays where it was. */
  before?: string;
  /** Not in use until it is enabled. */
  draft: boolean;
  /** Take the place of a rule of that name, which there must be then. */
  replace: boolean;
  at: Date;
};

const NAME = /^[a-z0-9]+([-_.][a-z0-9]+)*$/;

/**
 * Adds a rule, or gives a rule other words; it counts from the next batch on, on every process.
 * @throws AppError bad_input for what no rule can be, not_found or conflict for names.
 */
export async function addRule(db: Db, add: AddRule): Promise<void> {
  checkRule(add);
  await withTransaction(db, async (trx) => {
    await lockRules(trx);
    const rules = await listRules(trx);
    const known = rules.find(({ name }) => name === add.name);
    if (add.replace && !known)
      throw new AppError('not_found', `There is no rule named ${add.name} to replace.`);
    if (!add.replace && known)
      throw new AppError(
        'conflict',
        `There is a rule named ${add.name} already. Replace it, or take another name.`,
      );
    const said = {
      source_id: add.sourceId ?? null,
      conditions: JSON.stringify(add.conditions),
      section_id: add.sectionId ?? null,
      effects: JSON.stringify(add.effects),
      enabled: !add.draft,
      changed_at: add.at,
    };
    if (known) await updateRule(trx, known.id, { ...said, version: known.version + 1 });
    else await insertRule(trx, { ...said, name: add.name, position: rules.length + 1 });
    if (add.before !== undefined) await placeBefore(trx, add.name, add.before);
  });
}

/**
 * Puts a rule before another.
 * @throws AppError not_found, or bad_input where both are one.
 */
export async function placeBefore(trx: Db, name: string, before: string): Promise<void> {
  const rules = await listRules(trx);
  const moved = rules.find((rule) => rule.name === name);
  const rest = rules.filter((rule) => rule !== moved);
  const place = rest.findIndex((rule) => rule.name === before);
  if (!moved) throw new AppError('not_found', `There is no rule named ${name}.`);
  if (name === before) throw new AppError('bad_input', 'A rule cannot come before itself.');
  if (place < 0) throw new AppError('not_found', `There is no rule named ${before} to come before.`);
  await orderRules(
    trx,
    rest.toSpliced(place, 0, moved).map(({ id }) => id),
  );
}

/** So long are the values of one condition at most, and so many: what an item costs must stay small. */
const LONGEST = 200;
const MOST = 500;

function checkRule({ name, conditions, sectionId, effects }: AddRule): void {
  const refuse = (why: string): never => {
    throw new AppError('bad_input', why);
  };
  if (!NAME.test(name) || name.length > 60)
    refuse(
      `A rule cannot be named "${name}". Use up to 60 lower-case letters and digits, with single "-", "_" or "." between them.`,
    );
  const { urgency } = conditions;
  if (urgency && !(isUrgency(urgency.from) && isUrgency(urgency.to) && urgency.from <= urgency.to))
    refuse('An urgency is a number from 1 (the most urgent) to 9.');
  if (effects.urgency !== undefined && !isUrgency(effects.urgency))
    refuse('An urgency is a number from 1 (the most urgent) to 9.');
  for (const values of Object.values(conditions)) {
    if (!Array.isArray(values)) continue;
    if (values.length > MOST) refuse(`One condition has at most ${MOST} values.`);
    for (const value of values) {
      if (value.length > LONGEST) refuse(`"${value.slice(0, 40)}…" is longer than ${LONGEST} characters.`);
      if (foldPhrase(value) === undefined) refuse(`"${value}" holds no letter or figure to look for.`);
    }
  }
  if (sectionId === undefined && Object.keys(effects).length === 0)
    refuse(
      'A rule must do something: name a section, topic, urgency or desk, or publish, wait, ignore, alert or stop.',
    );
}

const isUrgency = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 9;
