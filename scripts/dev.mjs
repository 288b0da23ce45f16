/** `npm run dev`: runs the paper, builds again and restarts it whenever a source changes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, runStep } from './run-step.mjs';

/** Editors save in several steps; one build is enough for all of them. */
const QUIET_MS = 150;

let paper;
let wanted = 0;
let stopping = false;

async function stopPaper() {
  if (!paper || paper.exitCode !== null || paper.signalCode !== null) return;
  paper.kill('SIGTERM');
  await once(paper, 'exit');
}

async function restart() {
  const code = await runStep('node', ['scripts/build.mjs']);
  if (code !== 0) {
    console.error('The build failed; the paper goes on as it was until the next change.');
    return;
  }
  await stopPaper();
  if (!stopping)
    paper = spawn(process.execPath, ['dist/server/cli.js', 'start'], { cwd: ROOT, stdio: 'inherit' });
}

async function runLatest() {
  const mine = ++wanted;
  await sleep(QUIET_MS);
  if (mine === wanted) building = building.then(restart);
}

let building = restart();
for (const folder of ['src', 'migrations'])
  watch(join(ROOT, folder), { recursive: true }, (_event, name) => {
    if (!/\.test\.tsx?$/.test(name ?? '')) runLatest();
  });

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    stopping = true;
    await building;
    await stopPaper();
    process.exit(0);
  });
