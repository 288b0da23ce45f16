import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readTestDatabaseUrl } from '../config.ts';
import { createPool, type DatabaseTarget } from '../database.ts';
import { openEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.ts';
import { migrate } from '../migrate.ts';
import { databaseOn } from './test-server-target.ts';

type StartedServer = { target: DatabaseTarget; stop: () => Promise<void> };

async function startServer(): Promise<StartedServer> {
  const databaseUrl = readTestDatabaseUrl();
  if (databaseUrl) return { target: { url: databaseUrl }, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  // Root's PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const server = await openEmbeddedPostgres({
    dataFolder: folder,
    holder: 'paper',
    durable: false,
    say: (sentence) => process.stderr.write(`${sentence}\n`),
  });
  return {
    target: server.target,
    stop: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runOn(target: DatabaseTarget, statements: string[]): Promise<void> {
  const pool = createPool(target, { max: 1, name: 'dateline test setup' });
  try {
    for (const statement of statements) await pool.query(statement);
  } finally {
    await pool.end();
  }
}

async function makeTemplate(target: DatabaseTarget, template: string, migrations: string): Promise<void> {
  await runOn(target, [`create database ${template} encoding 'UTF8' template template0`]);
  const pool = createPool(databaseOn(target, template), { max: 2 });
  try {
    await migrate(pool, migrations);
  } finally {
    await pool.end();
  }
}

/**
 * Vitest's global set-up: one PostgreSQL for the whole run (the server of DATABASE_URL where that is set, else our own
 * in a temporary folder) and in it one migrated template that `testDatabase` copies.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await startServer();
  const template = `dateline_template_${process.pid}`;
  const stop = async () => {
    await runOn(started.target, [`drop database if exists ${template}`]);
    await started.stop();
  };
  try {
    await makeTemplate(started.target, template, join(project.config.root, 'migrations'));
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  project.provide('testServer', { target: started.target, template });
  return stop;
}
