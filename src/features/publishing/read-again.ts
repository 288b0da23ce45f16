import { isDeepStrictEqual } from 'node:util';
import { toText } from '#document/to-text.ts';
import {
  type ArticleRow,
  findArticleById,
  findRecord,
  findUnread,
  listRevisionsToRead,
  type RecordToSave,
  type RevisionReading,
  type StoredRevision,
  saveRecords,
  topicsOf,
} from '#features/articles/articles.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { walkBlocks } from '#platform/walk-blocks.ts';
import { RECORD_VERSION, type TextRecord } from '#record/record.ts';
import { announceRecord, purgeRecord } from './announce-record.ts';
import { tryToRead } from './write-records.ts';

export type ReadAgain = {
  /** Stops between two articles; what is done stays done, and the next run goes on with the rest. */
  signal?: AbortSignal;
  /** Also what this version of the reader has read already. */
  all?: boolean;
  /** Rests as long as it works: beside a running paper. */
  gently?: boolean;
  /** Called after every article, with how many were read so far and in how many of them the record changed. */
  onProgress?: (read: number, changed: number) => void;
};

const BLOCK = 1000;
/** No reader has this version. */
const NO_VERSION = -1;

/**
 * Reads every revision that has no record, or one of an older reader, in transactions of one article each. What editors decided is not
 * touched: it is applied when a record is shown. Nothing to do costs a walk through the articles' numbers.
 * @returns how many articles were read, and in how many of them the record changed.
 */
export async function readAgain(
  db: Db,
  { signal, all = false, gently = false, onProgress }: ReadAgain = {},
): Promise<{ read: number; changed: number }> {
  const version = all ? NO_VERSION : RECORD_VERSION;
  let read = 0;
  let changed = 0;
  await walkBlocks(
    (after) => findUnread(db, { after, size: BLOCK, version }),
    async (id) => {
      if (await withTransaction(db, (trx) => readAndAnnounce(trx, id))) changed += 1;
      read += 1;
      onProgress?.(read, changed);
    },
    { signal, gently },
  );
  return { read, changed };
}

/** Reads an article whose current revision has no record yet, for who goes on to what follows a record. Answers whether it has one now. */
export async function readMissing(db: Db, articleId: number): Promise<boolean> {
  const article = await findArticleById(db, articleId);
  if (!article || (await findRecord(db, articleId, article.current_revision))) return false;
  return withTransaction(db, async (trx) => {
    const changed = await readArticle(trx, article);
    if (changed) await purgeRecord(trx, articleId, await topicsOf(trx, articleId));
    return changed;
  });
}

/** Reads an article's revisions again and tells whoever made something of its record. Answers whether that has changed. */
async function readAndAnnounce(trx: Db, articleId: number): Promise<boolean> {
  const article = await findArticleById(trx, articleId);
  if (!article || !(await readArticle(trx, article))) return false;
  await announceRecord(trx, article, await topicsOf(trx, articleId));
  return true;
}

/** Reads all revisions of an article, each after the one before it. Answers whether what its page shows has changed. */
async function readArticle(trx: Db, article: ArticleRow): Promise<boolean> {
  const { id: articleId } = article;
  const records: RecordToSave[] = [];
  let before: RevisionReading | undefined;
  let changed = false;
  for (const revision of await listRevisionsToRead(trx, articleId)) {
    const reading = tryToRead({ ...revision, articleId }, before);
    before = reading ?? storedReading(revision);
    if (!reading || isStored(revision, reading)) continue;
    records.push({ ...reading, articleId });
    if (revision.number === article.current_revision)
      changed = !revision.record || !isSame(revision.record.record, reading.record);
  }
  await saveRecords(trx, records);
  return changed;
}

const storedReading = ({ number, body, record }: StoredRevision): RevisionReading | undefined =>
  record ? { number, as_of: record.as_of, record: record.record, text: toText(body) } : undefined;

const isStored = ({ record }: StoredRevision, reading: RevisionReading): boolean =>
  record !== null && isDeepStrictEqual(record.record, asStored(reading.record));

/** Whether both say the same, whichever reader says it. */
const isSame = (before: TextRecord, now: TextRecord): boolean =>
  isDeepStrictEqual({ ...before, version: 0 }, { ...asStored(now), version: 0 });

/** What JSON leaves of a record. */
const asStored = (record: TextRecord): TextRecord => JSON.parse(JSON.stringify(record)) as TextRecord;
