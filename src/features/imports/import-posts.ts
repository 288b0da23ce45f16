import { picturesOf } from '#features/stories/stories.ts';
import { listEditions } from '#features/taxonomy/taxonomy.ts';
import { type ParsedMessage, wholeMessage } from '#features/wire/wire.ts';
import { messageOf } from '#lib/errors.ts';
import { type Db, isConnectionFailure } from '#platform/database.ts';
import { type ImportPlace, importBatch, toRow } from './import-batch.ts';
import { type ImportCounts, type ImportRow, noCounts } from './import-row.ts';
import { type PlannedPost, planPost } from './plan-post.ts';

export type ImportPosts = Omit<ImportPlace, 'prefixes'> & {
  /** Undoes everything behind it; the rows say what would have been. */
  dryRun?: boolean;
  /** Stops between two batches; running the import again goes on. */
  signal?: AbortSignal;
  batchSize?: number;
  /** Called with the rows of each batch once it is in; its answer is waited for. */
  onRows?: (rows: ImportRow[], progress: { done: number; of: number }) => void | Promise<void>;
};

export type ImportOutcome = {
  counts: ImportCounts;
  /** How many rows of the export are done, of how many. */
  rows: number;
  of: number;
  /** Whether any post names pictures. */
  pictures: boolean;
  stopped: boolean;
};

/** Some seconds' work: as much as is lost where an import is cut off. */
const BATCH = 50;
/** PostgreSQL indexes no more than about 2700 bytes. */
const LONGEST_GUID = 800;

/**
 * Takes the posts of an old site's export over into an edition, batch by batch, each in a transaction of its own. A post that cannot be
 * taken over is a row with the reason and costs the others nothing. Throws only where the database cannot be reached.
 */
export async function importPosts(
  db: Db,
  parsed: ParsedMessage,
  command: ImportPosts,
): Promise<ImportOutcome> {
  const { signal, onRows, batchSize = BATCH } = command;
  const prefixes = (await listEditions(db)).map(({ prefix }) => prefix);
  const place: ImportPlace = { ...command, prefixes };
  const { posts, rows: refused } = sortOut(parsed, command);
  const of = posts.length + refused.length;
  const pictures = posts.some(({ item }) => picturesOf(item).length > 0);
  const counts = noCounts();
  let done = 0;
  const note = async (rows: ImportRow[]) => {
    for (const { result } of rows) counts[result] += 1;
    done += rows.length;
    await onRows?.(rows, { done, of });
  };
  await note(refused);
  for (let at = 0; at < posts.length; at += batchSize) {
    if (signal?.aborted) return { counts, rows: done, of, pictures, stopped: true };
    await note(await guarded(db, posts.slice(at, at + batchSize), place, command.dryRun ?? false));
  }
  return { counts, rows: done, of, pictures, stopped: false };
}

/** The posts that can be taken over, and a row for everything else that the export holds. */
function sortOut(
  parsed: ParsedMessage,
  { now, ...places }: ImportPosts,
): { posts: PlannedPost[]; rows: ImportRow[] } {
  const { items, failures } = wholeMessage(parsed);
  const rows: ImportRow[] = failures.map(({ position, uri, reason }) => ({
    position: position + 1,
    ...(uri === undefined ? {} : { guid: uri }),
    result: /: left out\.$/.test(reason) ? 'left out' : 'failed',
    notes: [reason],
  }));
  const posts = new Map<string, PlannedPost>();
  for (const placed of items) {
    const post = planPost(placed, places, now);
    const first = posts.get(post.item.uri);
    if (first)
      rows.push(refuse(post, 'left out', `Row ${first.position + 1} has the same identifier: left out.`));
    else if (Buffer.byteLength(post.item.uri) > LONGEST_GUID)
      rows.push(refuse(post, 'failed', 'Its identifier is too long.'));
    else posts.set(post.item.uri, post);
  }
  return { posts: [...posts.values()], rows };
}

const refuse = (post: PlannedPost, result: 'left out' | 'failed', why: string): ImportRow => ({
  ...toRow(post, result),
  notes: [...post.notes, why],
});

/** Where something goes wrong with a batch, each of its posts is taken over by itself. */
async function guarded(
  db: Db,
  posts: PlannedPost[],
  place: ImportPlace,
  dryRun: boolean,
): Promise<ImportRow[]> {
  try {
    return await inTransaction(db, posts, place, dryRun);
  } catch (thrown) {
    if (isConnectionFailure(thrown)) throw thrown;
    const [post] = posts;
    if (post && posts.length === 1) return [refuse(post, 'failed', messageOf(thrown))];
    const rows: ImportRow[] = [];
    for (const one of posts) rows.push(...(await guarded(db, [one], place, dryRun)));
    return rows;
  }
}

class Undo extends Error {}

async function inTransaction(
  db: Db,
  posts: PlannedPost[],
  place: ImportPlace,
  dryRun: boolean,
): Promise<ImportRow[]> {
  let rows: ImportRow[] = [];
  try {
    await db.transaction().execute(async (trx) => {
      rows = await importBatch(trx, posts, place);
      if (dryRun) throw new Undo();
    });
  } catch (thrown) {
    if (!(thrown instanceof Undo)) throw thrown;
  }
  return rows;
}
