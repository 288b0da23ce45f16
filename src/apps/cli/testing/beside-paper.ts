import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { type Db, toDatabaseUrl } from '#platform/database.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';

/** The database and the data folder of a paper, as commands beside it find them. */
export type PaperBeside = { db: Db; data: string };

/** Before each test of a file the database and the data folder are empty, and the settings lead commands to them. */
export async function besidePaper(settings: Record<string, string> = {}): Promise<PaperBeside> {
  const { db, target } = await testDatabase();
  const paper = { db, data: '' };
  beforeEach(async () => {
    await emptyDatabase(db);
    paper.data = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
    const given = { DATABASE_URL: toDatabaseUrl(target), DATELINE_DATA: paper.data, ...settings };
    for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(paper.data, { recursive: true, force: true });
  });
  return paper;
}
