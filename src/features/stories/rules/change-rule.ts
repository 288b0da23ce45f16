import { AppError } from '#lib/errors.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { placeBefore } from './add-rule.ts';
import { deleteRule, listRules, lockRules, orderRules, type RuleListing, updateRule } from './rules.repo.ts';

/** The rule of this name. Throws not_found. */
export async function findRule(db: Db, name: string): Promise<RuleListing> {
  const rule = (await listRules(db)).find((one) => one.name === name);
  if (!rule) throw new AppError('not_found', `There is no rule named ${name}.`);
  return rule;
}

/** Takes a rule away; what it did stays written down. Throws not_found. */
export const removeRule = (db: Db, name: string): Promise<RuleListing> =>
  changing(db, async (trx) => {
    const rule = await findRule(trx, name);
    await deleteRule(trx, rule.id);
    return rule;
  });

/** Puts a rule in use, or out of it. Throws not_found. */
export const setRuleInUse = (db: Db, name: string, enabled: boolean, at: Date): Promise<RuleListing> =>
  changing(db, async (trx) => {
    const rule = await findRule(trx, name);
    await updateRule(trx, rule.id, { enabled, changed_at: at });
    return { ...rule, enabled };
  });

/** Puts a rule before another, or at the end. Throws not_found. */
export const moveRule = (db: Db, name: string, before: string | undefined): Promise<RuleListing> =>
  changing(db, async (trx) => {
    const rule = await findRule(trx, name);
    if (before !== undefined) await placeBefore(trx, name, before);
    else {
      const others = (await listRules(trx)).filter(({ id }) => id !== rule.id);
      await orderRules(trx, [...others.map(({ id }) => id), rule.id]);
    }
    return rule;
  });

/** Changes wait for each other, and intake for none. */
const changing = <T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> =>
  withTransaction(db, async (trx) => {
    await lockRules(trx);
    return work(trx);
  });
