import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDatabase, createPool } from '#platform/database.ts';
import { openEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '#platform/migrate.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { measureStart } from './measure/start.ts';
import { type Amounts, FULL, measureSizes, QUICK } from './measure-sizes.ts';
import { describeMachine, loadNow } from './report/machine.ts';
import { toReport } from './report/tables.ts';

/**
 * `npm run bench`: measures the real program on made-up copy, in a temporary folder that it removes. `--quick` takes a minute and a half
 * instead of eight; `--write` puts what it found into docs/performance.md.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});

export const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

async function measureAll(dataFolder: string, amounts: Amounts): Promise<string> {
  const loadBefore = loadNow();
  const postgres = await openEmbeddedPostgres({ dataFolder, holder: 'paper', say });
  let machine: string[];
  let sizes: Awaited<ReturnType<typeof measureSizes>>;
  try {
    const pool = createPool(postgres.target);
    await migrate(pool, join(PROGRAM_FOLDER, 'migrations'));
    await pool.end();
    const db = createDatabase(postgres.target, { statementTimeoutMs: 0, name: 'dateline bench' });
    try {
      machine = await describeMachine(db, loadBefore);
      sizes = await measureSizes({ db, target: postgres.target, dataFolder, amounts, say });
    } finally {
      await db.destroy();
    }
  } finally {
    await postgres.close();
  }
  say('start to first page …');
  return toReport({ machine, sizes, startSeconds: await measureStart(dataFolder, amounts.starts) });
}

const MARKS = ['<!-- figures: npm run bench -- --write -->', '<!-- end of figures -->'] as const;

function writeReport(report: string): void {
  const file = join(PROGRAM_FOLDER, 'docs/performance.md');
  const [before = '', after = ''] = MARKS.map(
    (mark, side) => readFileSync(file, 'utf8').split(mark)[side] ?? '',
  );
  writeFileSync(file, `${before}${MARKS[0]}\n\n${report}\n\n${MARKS[1]}${after}`);
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const clean = () => rmSync(folder, { recursive: true, force: true });
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
process.once('exit', clean);
const report = await measureAll(folder, values.quick ? QUICK : FULL);
process.stdout.write(`${report}\n`);
if (values.write) writeReport(report);
