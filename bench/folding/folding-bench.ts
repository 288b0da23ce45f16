import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDatabase, createPool } from '#platform/database.ts';
import { openEmbeddedPostgres } from '#platform/embedded-postgres/embedded-postgres.ts';
import { migrate } from '#platform/migrate.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { createRandom } from '../copy/random.ts';
import { type Folding, foldInDatabase, foldInMemory } from './fold-replay.ts';
import { makeReplay } from './make-replay.ts';
import { measureCosts } from './measure-costs.ts';

/**
 * `node bench/folding/folding-bench.ts`: how well items are folded on a replay made of what agencies do to their copy, and what an item
 * costs with 10 000, 100 000 and 1 000 000 stored. `--items N`, `--stored N,N,N`, `--seed N`; `--memory` leaves the database away.
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '50000' },
    stored: { type: 'string', default: '10000,100000,1000000' },
    seed: { type: 'string', default: '1' },
    memory: { type: 'boolean', default: false },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const share = (value: number): string => value.toFixed(4);

function printFolding(name: string, { items, score, milliseconds, compared }: Folding): void {
  print(
    `| ${name} | ${items} | ${score.pairs} | ${share(score.precision)} | ${share(score.recall)} | ${share(score.f1)} | ${(milliseconds / items).toFixed(3)} | ${(compared / items).toFixed(1)} |`,
  );
}

async function measureInDatabase(
  run: (db: ReturnType<typeof createDatabase>) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-folding-'));
  const postgres = await openEmbeddedPostgres({ dataFolder: folder, holder: 'paper', say: () => {} });
  try {
    const pool = createPool(postgres.target);
    await migrate(pool, join(PROGRAM_FOLDER, 'migrations'));
    await pool.end();
    const db = createDatabase(postgres.target, { statementTimeoutMs: 0 });
    await run(db).finally(() => db.destroy());
  } finally {
    await postgres.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const replay = makeReplay(createRandom(Number(values.seed)), Number(values.items));
print(`A replay of ${replay.items.length} items of ${replay.stories} stories.\n`);
print('| index | items | pairs | precision | recall | F1 | ms per item | compared with |');
print('|---|---|---|---|---|---|---|---|');
printFolding('in memory', foldInMemory(replay.items));
if (!values.memory) {
  await measureInDatabase(async (db) => {
    printFolding('in the database', await foldInDatabase(db, replay.items));
  });
  print('\n| stored | ms per item: looking up | storing | pages of the index looked at, per item |');
  print('|---|---|---|---|');
  await measureInDatabase(async (db) => {
    const sizes = values.stored.split(',').map(Number);
    for await (const cost of measureCosts(db, replay.items, sizes)) {
      print(
        `| ${cost.stored} | ${cost.lookUp.toFixed(3)} | ${cost.store.toFixed(3)} | ${cost.blocks.toFixed(1)} |`,
      );
    }
  });
}
