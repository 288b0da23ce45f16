/**
 * Everything: builds the program, then runs the pure, database and browser tests. Ends with a line `N passed, N failed`
 * over all of them; a file that could not be loaded, or an error outside any test, counts as one that failed.
 * Arguments go on to Vitest: `npm test -- src/lib`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from './run-step.mjs';

function countResults(file) {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status) => tests.filter((test) => test.status === status).length;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: count('passed'), failed: count('failed') + brokenFiles.length };
}

function readResults(file) {
  try {
    return countResults(file);
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-results-'));
const report = join(folder, 'results.json');
let code = await runStep('node', ['scripts/build-once.mjs']);
if (code === 0) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  code = await runStep('vitest', ['run', ...reporters, ...process.argv.slice(2)]);
}
const { passed, failed } = readResults(report);
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${code === 0 ? failed : Math.max(failed, 1)} failed`);
process.exitCode = code === 0 && failed === 0 ? 0 : 1;
