import type { Db } from '#platform/database.ts';
import { nextVersion, statusOf } from './change.ts';
import { listChangesAfter, listLatestChanges } from './changes.repo.ts';
import { type ArticleFacts, listArticleFacts, listStopFacts, type StopFacts } from './outgoing.repo.ts';
import type { Outgoing } from './outgoing.ts';
import type { PartnerChangeRow, PartnerRow } from './partners.tables.ts';
import { mayHave, type OutgoingPaper, toOutgoing, toStop } from './to-outgoing.ts';

/** Rows of the stream that one request looks at; and how many items it answers at most. */
const LOOKED_AT = 100;
const ANSWERED = 50;

export type Selection = {
  items: Outgoing[];
  /** The place in the stream up to which `items` tells everything. */
  seq: number;
  updated: Date | undefined;
};

/**
 * What a partner may have of the changes after a place in the stream, oldest first; without a place the latest, newest first. A request
 * looks at a bounded part of the stream: an answer may be empty and still lead on.
 */
export async function selectChanges(
  db: Db,
  partner: PartnerRow,
  after: number | undefined,
  paper: OutgoingPaper,
): Promise<Selection> {
  const changes =
    after === undefined
      ? await listLatestChanges(db, LOOKED_AT)
      : await listChangesAfter(db, after, LOOKED_AT);
  const told = await tellChanges(db, partner, changes, paper);
  const answered = told.slice(0, ANSWERED);
  const last =
    after === undefined ? changes[0] : told.length > ANSWERED ? answered.at(-1)?.change : changes.at(-1);
  return {
    items: answered.map(({ item }) => item),
    seq: last?.seq ?? after ?? 0,
    updated: newest(answered.map(({ change }) => change.at)),
  };
}

const newest = (times: Date[]): Date | undefined =>
  times.length === 0 ? undefined : new Date(Math.max(...times.map((time) => time.getTime())));

type Told = { change: PartnerChangeRow; item: Outgoing };

/** Changes as this partner is told of them; those that are none of its business are left out. */
export async function tellChanges(
  db: Db,
  partner: PartnerRow,
  changes: readonly PartnerChangeRow[],
  paper: OutgoingPaper,
): Promise<Told[]> {
  const ids = changes.map(({ article_id }) => article_id);
  const facts = new Map((await listArticleFacts(db, ids)).map((one) => [one.id, one]));
  const stops = new Map(
    (
      await listStopFacts(
        db,
        ids.filter((id) => facts.get(id)?.status !== 'live'),
      )
    ).map((one) => [one.id, one]),
  );
  return changes.flatMap((change) => {
    const item = tell(partner, change, facts.get(change.article_id), stops.get(change.article_id), paper);
    return item ? [{ change, item }] : [];
  });
}

/** What the views say at this moment counts, whatever the stream has noted: nothing goes out that readers may not see. */
function tell(
  partner: PartnerRow,
  change: PartnerChangeRow,
  facts: ArticleFacts | undefined,
  stop: StopFacts | undefined,
  paper: OutgoingPaper,
): Outgoing | undefined {
  const status = statusOf(facts?.status, stop?.killed_at != null);
  const version = nextVersion(change, { status, revision: facts?.revision ?? change.revision });
  if (status !== 'usable')
    return stop && toStop(stop, { version, status, at: facts?.updated_at ?? change.at }, paper.baseUrl);
  if (!facts || !isFor(partner, facts)) return undefined;
  return toOutgoing(facts, version, paper, partner);
}

/** Stops go to everyone, since the section or credit under which an article went out may have changed; articles do not. */
export const isFor = (partner: PartnerRow, facts: ArticleFacts): boolean =>
  (partner.edition === null || partner.edition === facts.edition) &&
  (partner.section_id === null || partner.section_id === facts.section_id) &&
  mayHave(facts, partner);
