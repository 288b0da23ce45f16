import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureListOf } from '#features/briefings/briefings.ts';
import { saveSource, storePicture } from '#features/media/media.ts';
import { quarters } from '#features/media/testing/pictures.ts';
import { killStory, showPicture } from '#features/publishing/publishing.ts';
import { publishingSource, receive } from '#features/publishing/testing/copy.ts';
import { type BlobStore, openBlobStore } from '#platform/blob-store/blob-store.ts';
import { createPool, toClientConfig } from '#platform/database.ts';
import { migrate } from '#platform/migrate.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { saveSetting } from '#platform/settings.repo.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';
import { readAll, type SecondDatabase, secondDatabase } from './testing/second-database.ts';

const { db, target } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'));
const storeIn = (name: string): BlobStore => openBlobStore(`file:${join(folder, name)}`);
const NOW = new Date('2031-03-01T10:00:00Z');
const pool = createPool(target, { max: 4 });
const blobs = storeIn('first');
const file = join(folder, 'paper.tar.gz');
const opened: SecondDatabase[] = [];

const freshPaper = async (): Promise<SecondDatabase> => {
  const paper = await secondDatabase(db);
  opened.push(paper);
  return paper;
};

const readStore = async (store: BlobStore) =>
  Promise.all((await store.list('')).map(async (key) => ({ key, ...(await store.get(key)) })));

async function fillPaper(): Promise<void> {
  const source = await publishingSource(db);
  const href = 'https://pictures.example/fog.jpg';
  for (let number = 1; number <= 30; number += 1) {
    const copy = {
      uri: `urn:x:${number}`,
      headline: `Fog ${number} – 안개\t\\ "über"`,
      pictures: [{ href }],
    };
    await receive(db, source, copy);
    if (number % 3 === 0)
      await receive(db, source, { ...copy, version: 2, paragraphs: ['Ships\n may leave.'] });
  }
  const bytes = await quarters(640, 480);
  const media = await storePicture(db, blobs, { bytes, kind: 'photo', now: NOW });
  await db.transaction().execute(async (trx) => {
    await saveSource(trx, { href, media_id: media.id, fetched_at: NOW });
    await showPicture(trx, href);
    await killStory(trx, { storyId: 1, at: NOW });
  });
  await sql`update story set translation_of = 30, updated_at = '2031-03-01 10:00:00.123456+00' where id = 2`.execute(
    db,
  );
  await saveSetting(db, 'odd', { text: 'a\\nb', deep: [null, 1.5, '\u2028'] }, NOW);
  await sql`insert into wire_message (source_id, sha256, raw, received_at)
    values (${source.id}, 'bytes', ${Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))}, now())`.execute(
    db,
  );
}

beforeAll(async () => {
  await fillPaper();
  await backUp({ pool, blobs, file, now: NOW });
});

afterAll(async () => {
  await pool.end();
  for (const paper of opened) await paper.drop();
  rmSync(folder, { recursive: true });
});

describe('a backup', () => {
  it('is a tar.gz that only its owner may read, with nothing lying beside it', () => {
    const names = execFileSync('tar', ['tzf', file], { encoding: 'utf8' }).trim().split('\n');
    expect(names).toContain('tables/article/000001.copy');
    expect(names).toContainEqual(expect.stringMatching(/^blobs\/original\/.+\.jpg$/));
    expect(names.at(-1)).toBe('manifest.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
  });

  it('comes back row by row, number by number and byte by byte', async () => {
    const paper = await freshPaper();
    const store = storeIn('second');
    await restore({ pool: paper.pool, blobs: store, file, now: NOW });
    const [was, is] = [await readAll(db), await readAll(paper.db)];
    expect(was.article).toHaveLength(30);
    expect(Object.keys(is)).toEqual(Object.keys(was));
    for (const [table, rows] of Object.entries(was)) expect(is[table], table).toEqual(rows);
    expect(await readStore(store)).toEqual(await readStore(blobs));
    expect(await readStore(store)).not.toEqual([]);
  });

  it('brings the jobs that waited and every foreign key', async () => {
    const paper = await freshPaper();
    await restore({ pool: paper.pool, blobs: storeIn('third'), file, now: NOW });
    const jobs = sql<{ task: string; payload: object }>`select t.identifier as task, j.payload
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
    const keys = sql`select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`;
    expect((await jobs.execute(paper.db)).rows).toEqual((await jobs.execute(db)).rows);
    expect((await jobs.execute(db)).rows).not.toEqual([]);
    expect((await keys.execute(paper.db)).rows).toEqual((await keys.execute(db)).rows);
  });

  it('lets the restored paper go on: copy comes in and takes new numbers', async () => {
    const paper = await freshPaper();
    await restore({ pool: paper.pool, blobs: storeIn('fourth'), file, now: NOW });
    await receive(paper.db, await publishingSource(paper.db, 'other'), { uri: 'urn:y:1', headline: 'After' });
    expect((await readAll(paper.db)).article).toHaveLength(31);
  });

  it('tells every node to forget its pages when the paper is there', async () => {
    const paper = await freshPaper();
    const ear = new pg.Client(toClientConfig(paper.target));
    await ear.connect();
    const heard: (string | undefined)[] = [];
    ear.on('notification', ({ payload }) => heard.push(payload));
    await ear.query('listen dateline_purge');
    await restore({ pool: paper.pool, blobs: storeIn('fifth'), file, now: NOW });
    await expect.poll(() => heard).toEqual([JSON.stringify({ keys: 'all', hard: true })]);
    await ear.end();
  });

  it('taken while copy is coming in has no article without its revision and no half of a message', async () => {
    const source = await publishingSource(db, 'busy');
    let going = true;
    const intake = (async () => {
      for (let number = 1; going; number += 1)
        await receive(db, source, { uri: `urn:busy:${number}`, headline: `Busy ${number}` });
    })();
    const busyFile = join(folder, 'busy.tar.gz');
    for (let round = 0; round < 3; round += 1) {
      await backUp({ pool, blobs, file: busyFile, now: NOW });
      const paper = await freshPaper();
      await restore({ pool: paper.pool, blobs: storeIn('busy'), file: busyFile, now: NOW });
      const { rows } = await sql<Record<string, number>>`select
        (select count(*) from article a where not exists (select from revision r
          where r.article_id = a.id and r.number = a.current_revision))::int as bare,
        (select count(*) from wire_message m where m.sha256 <> 'bytes' and not exists (select from wire_item i
          where i.message_id = m.id))::int as half,
        (select count(*) from wire_item i where not exists (select from story s where s.id = i.story_id))::int as lost
      `.execute(paper.db);
      expect(rows[0]).toEqual({ bare: 0, half: 0, lost: 0 });
    }
    going = false;
    await intake;
  });
});

describe('a dispatch that was under way when the backup was made', () => {
  it('stays where it stood, since its readers may have got it since', async () => {
    const list = await ensureListOf(db, 'en', NOW);
    await sql`insert into send (list_id, kind, state, since, until, not_before, rate, next_claim_at, made_by, created_at)
      select ${list.id}, 'briefing', state, now(), now(), now(), 50, now(), 'desk', now()
        from unnest(array['planned', 'sending', 'sent']) as state`.execute(db);
    const sending = join(folder, 'sending.tar.gz');
    await backUp({ pool, blobs, file: sending, now: NOW });
    const paper = await freshPaper();
    const done = await restore({ pool: paper.pool, blobs: storeIn('sending'), file: sending, now: NOW });
    expect(done.stoppedSends).toBe(2);
    const states = await sql<{ state: string }>`select state from send order by id`.execute(paper.db);
    expect(states.rows.map(({ state }) => state)).toEqual(['stopped', 'stopped', 'sent']);
  });
});

describe('a backup of an older Dateline', () => {
  it('is brought up to date, and one of a newer is refused', async () => {
    const migrations = join(folder, 'migrations');
    cpSync(join(PROGRAM_FOLDER, 'migrations'), migrations, { recursive: true });
    writeFileSync(
      join(migrations, '9000-later.sql'),
      "alter table story add column shout text not null default ''; update story set shout = upper(wire_guid);",
    );
    const paper = await freshPaper();
    await migrate(paper.pool, migrations);
    const done = await restore({ pool: paper.pool, blobs: storeIn('later'), file, now: NOW, migrations });
    expect(done.migrated).toEqual(['9000-later.sql']);
    const { rows } = await sql<{ shout: string }>`select shout from story where id = 3`.execute(paper.db);
    expect(rows[0]?.shout).toBe('URN:X:3');
    expect(await migrate(paper.pool, migrations)).toEqual([]);

    const newer = join(folder, 'newer.tar.gz');
    await backUp({ pool: paper.pool, blobs, file: newer, now: NOW });
    const empty = await freshPaper();
    await expect(restore({ pool: empty.pool, blobs, file: newer, now: NOW })).rejects.toThrow(
      /newer .*9000-later\.sql.*Restore it with that one/,
    );
  });
});

describe('a restore', () => {
  it('refuses a paper that has stories', async () => {
    const before = await readAll(db);
    await expect(restore({ pool, blobs, file, now: NOW })).rejects.toThrow(/not empty: it has \d+ stories/);
    expect(await readAll(db)).toEqual(before);
  });

  it('refuses what is damaged, wherever it is, and leaves the paper empty', async () => {
    const paper = await freshPaper();
    const before = await readAll(paper.db);
    const whole = readFileSync(file);
    const flipped = (at: number) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      return bytes;
    };
    const places = Array.from({ length: 12 }, (_, index) => Math.floor(((index + 0.5) * whole.length) / 12));
    const wrecks = [
      ...places.map(flipped),
      flipped(whole.length - 6),
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, Math.floor(whole.length / 2)),
      Buffer.from('not a backup at all'),
      Buffer.alloc(0),
    ];
    for (const [index, bytes] of wrecks.entries()) {
      const wreck = join(folder, 'wreck.tar.gz');
      writeFileSync(wreck, bytes);
      const attempt = restore({ pool: paper.pool, blobs: storeIn('wreck'), file: wreck, now: NOW });
      await expect(attempt, `wreck ${index}`).rejects.toThrow(
        /^\S+ is damaged: .+\. Restore another backup\.$/,
      );
    }
    expect(await readAll(paper.db)).toEqual(before);
    expect(existsSync(join(folder, 'wreck'))).toBe(false);
  });

  it('takes everything back where the database fails half-way', async () => {
    const paper = await freshPaper();
    await sql`alter table revision add constraint no_korean check (headline not like '%안개%')`.execute(
      paper.db,
    );
    const before = await readAll(paper.db);
    const attempt = restore({ pool: paper.pool, blobs: storeIn('half'), file, now: NOW });
    await expect(attempt).rejects.toThrow(/all was taken back: .*no_korean/);
    expect(await readAll(paper.db)).toEqual(before);
  });

  it('says that a file is not there', async () => {
    const paper = await freshPaper();
    const attempt = restore({ pool: paper.pool, blobs, file: join(folder, 'nothing'), now: NOW });
    await expect(attempt).rejects.toThrow('cannot be read');
  });
});

it('a backup that cannot be written leaves the one before and nothing half', async () => {
  const absent = join(folder, 'no-such-folder', 'paper.tar.gz');
  await expect(backUp({ pool, blobs, file: absent, now: NOW })).rejects.toThrow('cannot be written');
  const before = readFileSync(file);
  const broken: BlobStore = { ...blobs, get: () => Promise.reject(new Error('the store is away')) };
  await expect(backUp({ pool, blobs: broken, file, now: NOW })).rejects.toThrow('the store is away');
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([]);
  const lacking = await backUp({ pool, blobs: storeIn('empty'), file: join(folder, 'lacking'), now: NOW });
  expect(lacking.missing).toEqual(await blobs.list('original/'));
});
