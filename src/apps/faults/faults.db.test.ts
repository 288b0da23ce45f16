import { expect, test } from 'vitest';
import { readSeed } from './testing/read-seed.ts';
import { runFaults } from './testing/run-faults.ts';

const ROUNDS = 2;

test('nothing is lost or doubled and every page is answered while web, worker and PostgreSQL are killed and a node is cut off', async () => {
  const seed = readSeed();
  const said: string[] = [`DATELINE_FAULT_SEED=${seed}`];
  const { rows, wrong } = await runFaults({
    ...{ seed, rounds: ROUNDS, stories: 10 },
    say: (sentence) => void said.push(sentence),
  });
  expect(wrong, said.join('\n')).toEqual([]);
  for (const { asked, rounds } of rows) {
    expect(rounds).toHaveLength(ROUNDS);
    expect(asked.answered).toBeGreaterThan(0);
    for (const { mails, reads } of rounds) {
      expect(mails.delivered).toBeGreaterThan(0);
      expect(reads.counted).toBeGreaterThan(0);
    }
  }
}, 240_000);
