import { toFaultsTable } from './faults-table.ts';
import { readSeed } from './read-seed.ts';
import { runFaults } from './run-faults.ts';
import { TARGETS, type Target } from './strike.ts';

const isTarget = (name: string): name is Target => TARGETS.some((target) => target === name);

/**
 * The long form, for a person: so many rounds of each kind, then a table and what was wrong. Answers the exit code.
 * @public called by scripts/faults.mjs
 */
export async function faultsCommand(rounds: number, names: string[]): Promise<number> {
  const unknown = names.filter((name) => !isTarget(name));
  if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
    process.stderr.write(`Write how many rounds, and which of ${TARGETS.join(', ')}; all without.\n`);
    return 2;
  }
  const targets = names.length > 0 ? names.filter(isTarget) : TARGETS;
  const seed = readSeed();
  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  say(`DATELINE_FAULT_SEED=${seed} repeats this run.`);
  const { rows, wrong } = await runFaults({ seed, targets, rounds, stories: 40, say });
  process.stdout.write(`${toFaultsTable(rows)}\n`);
  for (const sentence of wrong) process.stdout.write(`- ${sentence}\n`);
  process.stdout.write(`${wrong.length} wrong\n`);
  return wrong.length > 0 ? 1 : 0;
}
