import { sql } from 'kysely';
import {
  type Asked,
  findCandidates,
  insertFingerprints,
} from '#features/stories/folding/fingerprints.repo.ts';
import { packSketch } from '#features/stories/folding/sketch.ts';
import type { Db } from '#platform/database.ts';
import { freeOfStories } from './fold-replay.ts';
import type { ReplayItem } from './make-replay.ts';
import { toAsked } from './to-asked.ts';

export type Cost = { stored: number; lookUp: number; store: number; blocks: number };

const KEYS_PER_ITEM = 19;
const BATCH = 100;
const BATCHES = 40;

/** What an item costs with so many stored, all of them within the window in which items are folded: the worst case. */
export async function* measureCosts(db: Db, items: ReplayItem[], sizes: number[]): AsyncGenerator<Cost> {
  await freeOfStories(db);
  const asked = items.slice(0, BATCH * BATCHES).map((item, place) => toAsked(item, 100_000_000 + place));
  const [first] = asked;
  if (!first) return;
  const at = new Date(first.fingerprint.at);
  let stored = 0;
  for (const size of sizes) {
    await fill(db, {
      from: stored,
      to: size,
      at,
      realm: first.fingerprint.realm,
      sketch: packSketch(first.fingerprint.sketch),
    });
    stored = size;
    yield { stored, ...(await measure(db, asked)) };
  }
}

type Filling = { from: number; to: number; at: Date; realm: string; sketch: Buffer };

/** Made-up fingerprints with keys of their own; one key in fifty is one that many share, as phrases that are on everyone's lips are. */
async function fill(db: Db, { from, to, at, realm, sketch }: Filling): Promise<void> {
  await sql`drop index fingerprint_key_probe`.execute(db);
  await sql`
    insert into fingerprint (item_id, story_id, source_id, guid, version, realm, language, at, generation, marked, status, text_hash, sketch, because)
    select n, n, 1, 'urn:made-up:' || n, 1, ${realm}, 'en', ${at}::timestamptz + random() * interval '3 days', 0, false, 'usable', n, ${sketch}, 'first'
    from generate_series(${from + 1}::int, ${to}::int) as n`.execute(db);
  await sql`
    insert into fingerprint_key (key, at, item_id)
    select case when random() < 0.02 then (random() * 2000)::int else ((random() - 0.5) * 4294967294)::bigint::int end, at, item_id
    from fingerprint cross join generate_series(1, ${sql.lit(KEYS_PER_ITEM)}) where item_id > ${from} and item_id <= ${to}`.execute(
    db,
  );
  await sql`create index fingerprint_key_probe on fingerprint_key (key, at desc) include (item_id)`.execute(
    db,
  );
  await sql`vacuum analyze fingerprint, fingerprint_key`.execute(db);
  await sql`checkpoint`.execute(db);
}

class Undone extends Error {}

const WARM = 10;

/** Looks up and stores batch by batch, the first few unmeasured; what was stored is taken back. */
async function measure(db: Db, asked: Asked[]): Promise<Omit<Cost, 'stored'>> {
  const batches = Array.from({ length: BATCHES }, (_, batch) =>
    asked.slice(batch * BATCH, (batch + 1) * BATCH),
  );
  const measured = (BATCHES - WARM) * BATCH;
  const blocksBefore = await blocksRead(db);
  const lookUp = await time(batches, (some) => findCandidates(db, some));
  const blocks = (await blocksRead(db)) - blocksBefore;
  let store = 0;
  const work = async (trx: Db): Promise<void> => {
    store = await time(batches, (some) =>
      insertFingerprints(
        trx,
        some.map((one) => ({ ...one, storyId: one.fingerprint.itemId, because: 'first' as const })),
      ),
    );
    throw new Undone();
  };
  await db
    .transaction()
    .execute(work)
    .catch((thrown: unknown) => {
      if (!(thrown instanceof Undone)) throw thrown;
    });
  return { lookUp: lookUp / measured, store: store / measured, blocks: blocks / (BATCHES * BATCH) };
}

async function time(batches: Asked[][], work: (some: Asked[]) => Promise<unknown>): Promise<number> {
  let spent = 0;
  for (const [batch, some] of batches.entries()) {
    const begun = performance.now();
    await work(some);
    if (batch >= WARM) spent += performance.now() - begun;
  }
  return spent;
}

/** Pages of the index that were looked at so far, in memory or not. */
async function blocksRead(db: Db): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ blocks: number }>`
    select idx_blks_hit + idx_blks_read as blocks from pg_statio_all_indexes where indexrelname = 'fingerprint_key_probe'`.execute(
    db,
  );
  return Number(rows[0]?.blocks ?? 0);
}
