/**
 * `npm run faults -- [ROUNDS] [TARGET …]`: builds the program, then kills web node, worker and PostgreSQL and cuts a node off from the database, 20
 * times each, in the middle of intake, publishing, reads and a send; prints a table and ends with 1 where anything was
 * lost, doubled or not answered. DATELINE_FAULT_SEED repeats a run.
 */
import { runnerImport } from 'vite';
import { ROOT, runStep } from './run-step.mjs';

const [rounds = '20', ...targets] = process.argv.slice(2);
const built = await runStep('node', ['scripts/build-once.mjs']);
if (built !== 0) process.exit(built);
const { module } = await runnerImport(`${ROOT}src/apps/faults/testing/faults-command.ts`, {
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic' } },
});
process.exitCode = await module.faultsCommand(Number(rounds), targets);
