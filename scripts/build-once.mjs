/** Builds, unless another process that builds right now does it for us: for many first runs at the same time. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = join(ROOT, 'dist', 'server', 'cli.js');
const LOCK = join(ROOT, 'dist', 'build.lock');

const lastBuilt = () => statSync(ENTRY, { throwIfNoEntry: false })?.mtimeMs;

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** A lock of a process that died, or an empty one that nobody came back to fill. */
function isAbandoned() {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    if (!pid) return Date.now() - statSync(LOCK).mtimeMs > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

try {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const before = lastBuilt();
  while (!take()) {
    if (isAbandoned()) rmSync(LOCK, { force: true });
    else await sleep(100);
  }
  try {
    if (lastBuilt() === before) await buildAll();
  } finally {
    rmSync(LOCK, { force: true });
  }
} catch (error) {
  if (['EACCES', 'EROFS', 'EPERM'].includes(error.code))
    console.error(
      `This user may not write ${join(ROOT, 'dist')}: run npm run build as the owner of the folder.`,
    );
  else console.error(error.message);
  process.exit(1);
}
