/**
 * `npm run bench`: builds the program, then measures it; see docs/performance.md. `--quick` for a first look, `--write` to put the
 * figures into that file.
 */
import { runStep } from './run-step.mjs';

const built = await runStep('node', ['scripts/build-once.mjs']);
process.exitCode = built || (await runStep('node', ['bench/bench.ts', ...process.argv.slice(2)]));
