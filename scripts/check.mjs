/** The fast gate: format and lint, types, import rules, dead code, pure tests. Stops at the first that fails. */
import { runStep } from './run-step.mjs';

const STEPS = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['-p', '.']],
  ['rules of the house', 'node', ['scripts/check-imports.mjs']],
  ['dead code', 'knip', []],
  ['pure tests', 'vitest', ['run', '--project', 'unit']],
];

for (const [name, command, words] of STEPS) {
  console.error(`\n== ${name}`);
  const code = await runStep(command, words);
  if (code !== 0) {
    console.error(`\nThe check stops here: ${name}.`);
    process.exit(1);
  }
}
