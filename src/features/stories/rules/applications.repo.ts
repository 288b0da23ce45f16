import { sql } from 'kysely';
import type { WireItem } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';
import type { AppliedRule } from './apply-rules.ts';
import type { RuleApplicationRow } from './rules.tables.ts';

/** What the rules did with an item, in the order in which they did it. */
export type ItemRuling = { itemId: number; applied: AppliedRule[]; ignored: boolean; at: Date };

/** Writes down what rules did with items: one statement, none where they did nothing. */
export async function insertApplications(trx: Db, rulings: ItemRuling[]): Promise<void> {
  const rows = rulings.flatMap(({ itemId, applied, ignored, at }) =>
    applied.map(({ id, name, version, effect, why }) => ({
      ...{ item_id: itemId, rule_id: id, rule_name: name, rule_version: version },
      ...{ effect: JSON.stringify(effect), why, ignored: ignored && effect.decision === 'ignore', at },
    })),
  );
  if (rows.length > 0) await trx.insertInto('rule_application').values(rows).execute();
}

/** Whether there is any item that a rule keeps from becoming a story. */
export async function hasIgnored(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('rule_application')
    .select('item_id')
    .where('ignored', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type IgnoredItem = { id: number; position: number; version: number; item: WireItem; first: number };

/**
 * The versions that rules ignored and that are later than these, first to last: had they come in order, their story would have been
 * there. `first`: the item of these that has the story. They are not ignored any more.
 */
export async function takeIgnoredVersions(
  trx: Db,
  stories: { itemId: number; sourceId: number; guid: string; version: number }[],
): Promise<IgnoredItem[]> {
  const { rows } = await sql<IgnoredItem>`
    with later as (
      select i.id, i.position, i.version, i.item, asked.item_id as first
      from unnest(
        ${stories.map(({ itemId }) => itemId)}::bigint[], ${stories.map(({ sourceId }) => sourceId)}::bigint[],
        ${stories.map(({ guid }) => guid)}::text[], ${stories.map(({ version }) => version)}::bigint[]
      ) as asked (item_id, source_id, guid, version)
      join wire_item i on i.source_id = asked.source_id and i.guid = asked.guid and i.version > asked.version
        and i.reason is null and i.story_id is null
    ), taken as (
      update rule_application a set ignored = false from later where a.item_id = later.id and a.ignored
      returning a.item_id
    )
    select * from later where id in (select item_id from taken) order by version, id`.execute(trx);
  return rows;
}

export type ApplicationListing = RuleApplicationRow & {
  source: string;
  guid: string | null;
  item_version: number | null;
  headline: string | null;
  story_id: number | null;
};

export type ApplicationPage = {
  storyId?: number;
  itemId?: number;
  ruleId?: number;
  ignored?: boolean;
  before?: number;
  limit: number;
};

/** A page of what rules did, the last first; `before` is the id of the last row of the page before. */
export const listApplications = (db: Db, page: ApplicationPage): Promise<ApplicationListing[]> => {
  const { storyId, itemId, ruleId, ignored, before, limit } = page;
  let query = db
    .selectFrom('rule_application as a')
    .innerJoin('wire_item as i', 'i.id', 'a.item_id')
    .innerJoin('wire_source as s', 's.id', 'i.source_id')
    .selectAll('a')
    .select(['s.name as source', 'i.guid', 'i.version as item_version', 'i.story_id'])
    .select(sql<string | null>`i.item ->> 'headline'`.as('headline'))
    .orderBy('a.id', 'desc')
    .limit(limit);
  if (storyId !== undefined) query = query.where('i.story_id', '=', storyId);
  if (itemId !== undefined) query = query.where('a.item_id', '=', itemId);
  if (ruleId !== undefined) query = query.where('a.rule_id', '=', ruleId);
  if (ignored) query = query.where('a.ignored', '=', true);
  if (before !== undefined) query = query.where('a.id', '<', before);
  return query.execute();
};
