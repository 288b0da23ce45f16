import { setImmediate } from 'node:timers/promises';
import { toText } from '#document/to-text.ts';
import {
  findRecord,
  type RecordToSave,
  type RevisionReading,
  type RevisionRow,
  type RevisionToRead,
  readRevision,
  saveRecords,
} from '#features/articles/articles.ts';
import { messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';

export type RevisionToRecord = RevisionToRead & {
  articleId: number;
  /** The revision that it follows, where there is one. */
  before?: RevisionRow;
};

/** Reading takes as long as all the rest of taking a story in: so many are read before they are out, of a burst none. */
const MOST_AT_ONCE = 8;

/**
 * Reads revisions and stores their records beside them, in their transaction. A burst of copy does not wait for that: its records are
 * written by the job that follows each publication (`readMissing`). Between two texts others get their turn. A text that cannot be read
 * is published without a record; the log says which.
 */
export async function writeRecords(trx: Db, revisions: readonly RevisionToRecord[]): Promise<void> {
  if (revisions.length > MOST_AT_ONCE) return;
  const records: RecordToSave[] = [];
  for (const revision of revisions) {
    const { articleId, before } = revision;
    const read = before && (await readingOf(trx, articleId, before));
    const record = tryToRead(revision, read);
    if (record) records.push({ ...record, articleId });
    await setImmediate();
  }
  await saveRecords(trx, records);
}

async function readingOf(
  trx: Db,
  articleId: number,
  before: RevisionRow,
): Promise<RevisionReading | undefined> {
  const stored = await findRecord(trx, articleId, before.number);
  return stored && { ...stored, text: toText(before.body) };
}

/** What JSON can hold and the database cannot: NUL, and half of a surrogate pair. */
const NOT_STORED = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** What is read of a revision; undefined where that fails, for a mistake of the reader must not stop the paper. */
export function tryToRead(
  revision: RevisionToRecord,
  before: RevisionReading | undefined,
): RevisionReading | undefined {
  const { articleId, number } = revision;
  try {
    const reading = readRevision(revision, before);
    if (NOT_STORED.test(JSON.stringify(reading.record))) throw new Error('a find cuts a character in two');
    return reading;
  } catch (thrown) {
    const reason = messageOf(thrown);
    createLog().error(
      { articleId, revision: number, reason },
      'a revision has no record: it could not be read',
    );
    return undefined;
  }
}
