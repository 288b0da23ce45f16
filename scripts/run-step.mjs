import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The tools of this repository and its own Node come first, however the script was called. */
const PATH = [
  join(ROOT, 'node_modules', '.bin'),
  join(ROOT, 'node_modules', 'node', 'bin'),
  process.env.PATH,
].join(delimiter);

/** Runs one command in the repository with its output shown; settles with its exit code. */
export function runStep(command, words) {
  const child = spawn(command, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH } });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command} cannot be run: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}
