import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { Rule } from './rule.ts';

/** A rule as lists show it. */
export type RuleListing = Rule & { source: string | null; changedAt: Date };

/** All rules in their order, those that are not in use too. */
export async function listRules(db: Db): Promise<RuleListing[]> {
  const rows = await db
    .selectFrom('rule')
    .leftJoin('section', 'section.id', 'rule.section_id')
    .leftJoin('wire_source', 'wire_source.id', 'rule.source_id')
    .selectAll('rule')
    .select(['section.slug as section', 'wire_source.name as source'])
    .orderBy('rule.position')
    .orderBy('rule.id')
    .execute();
  return rows.map(({ section, source_id, changed_at, section_id: _, effects, ...rule }) => ({
    ...rule,
    sourceId: source_id,
    changedAt: changed_at,
    effects: { ...(section !== null && { section }), ...effects },
  }));
}

/** Makes changes of rules wait for each other until the transaction ends; reading goes on. */
export const lockRules = async (trx: Db): Promise<void> => {
  await sql`lock table rule in share row exclusive mode`.execute(trx);
};

export const insertRule = async (trx: Db, rule: Insertable<Tables['rule']>): Promise<void> => {
  await trx.insertInto('rule').values(rule).execute();
};

export const updateRule = async (trx: Db, id: number, change: Updateable<Tables['rule']>): Promise<void> => {
  await trx.updateTable('rule').set(change).where('id', '=', id).execute();
};

export const deleteRule = async (trx: Db, id: number): Promise<void> => {
  await trx.deleteFrom('rule').where('id', '=', id).execute();
};

/** Puts rules into this order: 1, 2, 3 … */
export const orderRules = async (trx: Db, ids: number[]): Promise<void> => {
  await sql`
    update rule set position = placed.place
    from unnest(${ids}::bigint[]) with ordinality as placed (id, place)
    where rule.id = placed.id and rule.position <> placed.place`.execute(trx);
};
