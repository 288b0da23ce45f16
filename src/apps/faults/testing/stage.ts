import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { buildReaders } from '#features/briefings/testing/build-readers.ts';
import { ensureSection, saveEdition } from '#features/taxonomy/taxonomy.ts';
import { addSource } from '#features/wire/wire.ts';
import { createPool, type DatabaseTarget, type Db, toClientConfig, toDb } from '#platform/database.ts';
import { openEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { findPostmaster } from '#platform/embedded-postgres/postmaster-file.ts';
import { migrate } from '#platform/migrate.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { databaseOn } from '#platform/testing/test-server-target.ts';
import { type DatabaseLine, layDatabaseLine } from './database-line.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { type PaperProcess, startPaper } from './paper-process.ts';

/** A paper of two web nodes and a worker, each a process with a line of its own to one durable PostgreSQL, and a mail server. */
export type Stage = {
  /** The database itself, past the lines. */
  db: Db;
  /** A paper of the same make in which nothing happens but what is done to it. */
  twin: Db;
  nodes: [PaperProcess, PaperProcess];
  worker: PaperProcess;
  /** The line of the second node. */
  line: DatabaseLine;
  mail: MailServer;
  token: string;
  inbox: string;
  /** The process ids of PostgreSQL: its own, and that of one of its sessions. */
  postgres: () => Promise<{ postmaster: number; session: number }>;
  /** What the processes logged as a fault of the program. */
  errors: () => string[];
  close: () => Promise<void>;
};

/** Subscribers of the briefing that each round sends. */
export const READERS = 200;

export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
  // Root's PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const server = await openEmbeddedPostgres({ dataFolder: folder, holder: 'paper', say: () => {} });
  const undo: (() => Promise<unknown> | unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true }),
    server.close,
  ];
  const close = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const { db } = await openPaper(server.target, undo);
    const token = await foundPaper(db);
    await buildReaders(db, READERS);
    const twin = await openTwin(server.target, undo);
    await foundPaper(twin);
    const mail = await startMailServer();
    undo.push(mail.stop);
    const start = async (role: 'web' | 'worker', line: DatabaseLine) => {
      undo.push(line.close);
      const paper = await startPaper(role, toSettings(folder, line, mail));
      undo.push(paper.stop);
      return paper;
    };
    const line = await layDatabaseLine(server.target);
    const first = await start('web', await layDatabaseLine(server.target));
    const second = await start('web', line);
    const worker = await start('worker', await layDatabaseLine(server.target));
    const inbox = join(folder, 'inbox', 'folder');
    mkdirSync(inbox, { recursive: true });
    const postgres = () => findPostgres(db, join(folder, 'postgres'));
    const errors = () => [first, second, worker].flatMap((paper) => paper.errors());
    return { db, twin, nodes: [first, second], worker, line, mail, token, inbox, postgres, errors, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

const toSettings = (folder: string, line: DatabaseLine, mail: MailServer): Record<string, string> => ({
  DATELINE_DATA: folder,
  DATABASE_URL: line.target.url,
  SMTP_URL: `${mail.url}?connections=6`,
  BASE_URL: 'http://paper.example',
  // The readers of the test come from many networks.
  DATELINE_PROXIES: '1',
});

async function openPaper(target: DatabaseTarget, undo: (() => unknown)[]): Promise<{ db: Db }> {
  const pool = createPool(target, { max: 4, name: 'dateline faults' });
  undo.push(() => pool.end());
  await migrate(pool, join(PROGRAM_FOLDER, 'migrations'));
  return { db: toDb(pool) };
}

async function openTwin(target: DatabaseTarget, undo: (() => unknown)[]): Promise<Db> {
  const client = new pg.Client(toClientConfig(target));
  await client.connect();
  await client.query('create database twin');
  await client.end();
  return (await openPaper(databaseOn(target, 'twin'), undo)).db;
}

/** An edition with a source for each way that copy comes in; the token is for pushing. */
async function foundPaper(db: Db): Promise<string> {
  const edition = { code: 'en', name: 'The Post', language: 'en', prefix: '', position: 0 };
  await saveEdition(db, { ...edition, tagline: '', zone: 'UTC', demo: false });
  const { section } = await ensureSection(db, { edition: 'en', slug: 'world' });
  const rule = { edition: 'en', sectionId: section.id, publish: true } as const;
  await addSource(db, { ...rule, name: 'folder', kind: 'inbox' });
  const { token } = await addSource(db, { ...rule, name: 'agency', kind: 'push' });
  return token ?? '';
}

async function findPostgres(db: Db, folder: string): Promise<{ postmaster: number; session: number }> {
  const postmaster = (await findPostmaster(folder))?.pid;
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where application_name = 'dateline paper' limit 1`.execute(db);
  const session = rows[0]?.pid;
  if (!postmaster || !session) throw new Error('PostgreSQL cannot be found');
  return { postmaster, session };
}
