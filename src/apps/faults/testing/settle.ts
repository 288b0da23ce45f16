import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { countStates, isOver } from '#features/briefings/testing/build-readers.ts';
import { readMetric } from './metrics.ts';
import type { StoryCopy } from './round-copy.ts';
import type { Stage } from './stage.ts';

const WITHIN_MS = 60_000;

/** Waits until something holds. Throws a sentence where it does not come about. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + WITHIN_MS;
  let failure = '';
  while (performance.now() < deadline) {
    try {
      if (await holds()) return;
    } catch (thrown) {
      failure = String(thrown);
    }
    await pause(50);
  }
  throw new Error(`it did not come about that ${what}${failure && ` (${failure})`}`);
}

/** Waits until what a round began is done: files taken, reads written, mails sent. */
export async function settle({ db, nodes, inbox }: Stage, sendId: number): Promise<void> {
  await until('the watched folder is empty', async () =>
    (await readdir(inbox)).every((name) => name === 'done' || name === 'failed'),
  );
  await until('the send is over', async () => {
    if (await isOver(db, sendId)()) return true;
    throw new Error(JSON.stringify(await countStates(db, sendId)));
  });
  for (const node of nodes)
    await until(
      'all reads are written',
      async () => (await readMetric(node, 'dateline_views_waiting')) === 0,
    );
}

/** Waits until no job is left but those of embargoes that end much later; one that a dead worker had is freed after a while. */
export const untilJobsDone = ({ db }: Stage): Promise<void> =>
  until('every job is done', async () => {
    const { rows } = await sql<{ job: string }>`
      select concat_ws(' ', task_identifier, key, 'try ' || attempts, 'at ' || run_at, last_error) as job
      from graphile_worker.jobs where run_at < now() + interval '1 hour' limit 3`.execute(db);
    if (rows.length > 0) throw new Error(rows.map(({ job }) => job).join('; '));
    return true;
  });

export async function countReads({ db }: Stage): Promise<number> {
  const { rows } = await sql<{ views: number }>`
    select coalesce(sum(views), 0)::int as views from view_count`.execute(db);
  return rows[0]?.views ?? 0;
}

/** How many items of these stories are in the database, and how many of the stories readers see. */
export async function countCopy(
  { db }: Stage,
  stories: StoryCopy[],
): Promise<{ stored: number; published: number }> {
  const guids = stories.map(({ guid }) => guid);
  const { rows } = await sql<{ stored: number; published: number }>`
    select (select count(*)::int from wire_item where guid = any(${guids}) and reason is null) as stored,
      (select count(*)::int from published_article a join story s on s.id = a.story_id
        where s.wire_guid = any(${guids})) as published`.execute(db);
  return rows[0] ?? { stored: 0, published: 0 };
}

/** Addresses of articles that stand on lists and that search does not know, or the other way round. */
export async function listUnfindable({ db }: Stage): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    select a.path from listed_article a left join search_document d on d.article_id = a.id
     where d.article_id is null`.execute(db);
  return rows.map(({ path }) => `${path} cannot be found by search`);
}
