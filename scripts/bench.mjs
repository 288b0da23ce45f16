/**
 * `npm run bench`: builds the program, then measures it; see docs/performance.md. `--quick` for a first look, `--write` to put the
 * figures into that file. `npm run bench -- NAME` measures one thing by itself.
 */
import { runStep } from './run-step.mjs';

const PARTS = {
  growth: 'bench/growth/growth-bench.ts',
  search: 'bench/search/search-bench.ts',
  popular: 'bench/popular-bench.ts',
  mail: 'bench/briefings/send-bench.ts',
  record: 'bench/record/record-bench.ts',
  folding: 'bench/folding/folding-bench.ts',
};

const [first = '', ...rest] = process.argv.slice(2);
const part = PARTS[first];
if (first !== '' && !first.startsWith('--') && !part) {
  process.stderr.write(`There is no bench ${first}. The ones there are: ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(2);
}
const built = await runStep('node', ['scripts/build-once.mjs']);
const run = part ? [part, ...rest] : ['bench/bench.ts', ...process.argv.slice(2)];
process.exitCode = built || (await runStep('node', run));
