import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { PartnerChangeRow } from './partners.tables.ts';

/** 'part' in ASCII: under this lock places in the stream are given out, in the order in which their transactions end. */
const STREAM_LOCK = 0x70617274;

export const lockStream = async (trx: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${STREAM_LOCK})`.execute(trx);
};

/** How an article stands now, and what was noted of it last. */
export type StandingRow = {
  /** Absent: readers may not see it. */
  shown: 'live' | 'retracted' | null;
  revision: number;
  killed: boolean;
  withheld: boolean;
  visible_from: Date;
  told: Pick<PartnerChangeRow, 'version' | 'revision' | 'status'> | null;
};

export const findStanding = async (trx: Db, articleId: number): Promise<StandingRow | undefined> =>
  trx
    .selectFrom('article as a')
    .leftJoin('published_article as p', 'p.id', 'a.id')
    .leftJoin('partner_change as c', 'c.article_id', 'a.id')
    .select([
      'p.status as shown',
      'a.current_revision as revision',
      sql<boolean>`a.status = 'killed'`.as('killed'),
      'a.withheld',
      'a.visible_from',
      sql<StandingRow['told']>`case when c.article_id is not null then
        json_build_object('version', c.version, 'revision', c.revision, 'status', c.status) end`.as('told'),
    ])
    .where('a.id', '=', articleId)
    .$narrowType<{ shown: StandingRow['shown'] }>()
    .executeTakeFirst();

export const listChangesOf = (db: Db, articleIds: readonly number[]): Promise<PartnerChangeRow[]> =>
  articleIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('partner_change')
        .selectAll()
        .where('article_id', 'in', [...articleIds])
        .execute();

/** Puts an article at the end of the stream. The caller holds the lock. */
export const moveToEnd = async (trx: Db, change: Omit<PartnerChangeRow, 'seq'>): Promise<PartnerChangeRow> =>
  trx
    .insertInto('partner_change')
    .values(change)
    .onConflict((conflict) =>
      conflict
        .column('article_id')
        .doUpdateSet({ ...change, seq: sql<number>`nextval('partner_change_seq')` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

/** The changes after a place in the stream, oldest first. */
export const listChangesAfter = (db: Db, seq: number, limit: number): Promise<PartnerChangeRow[]> =>
  db.selectFrom('partner_change').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();

/** The latest changes, newest first. */
export const listLatestChanges = (db: Db, limit: number): Promise<PartnerChangeRow[]> =>
  db.selectFrom('partner_change').selectAll().orderBy('seq', 'desc').limit(limit).execute();

/** The place in the stream just before the first change at or after a moment; its end where there is none. */
export const findPlaceAt = async (db: Db, at: Date): Promise<number> => {
  const row = await db
    .selectFrom('partner_change')
    .select('seq')
    .where('at', '>=', at)
    .orderBy('at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (row) return row.seq - 1;
  return (await listLatestChanges(db, 1))[0]?.seq ?? 0;
};
