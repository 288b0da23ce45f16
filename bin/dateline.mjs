/**
 * Builds the program where its sources are newer than the last build, then runs it. What is built already must start
 * without delay: `dateline parse` is called thousands of times in a row.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ENTRY = join(ROOT, 'dist', 'server', 'cli.js');
const OLDEST_NODE = 24;

function stopWith(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isAnyNewer(folder, time) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (isAnyNewer(path, time)) return true;
    } else if (!/\.test\.tsx?$/.test(entry.name) && modified(path) > time) return true;
  }
  return false;
}

function isStale() {
  const built = modified(ENTRY);
  const inputs = ['package-lock.json', 'vite.config.ts', 'scripts/build.mjs', 'scripts/build-assets.mjs'];
  if (inputs.some((file) => modified(join(ROOT, file)) > built)) return true;
  return built === 0 || (existsSync(join(ROOT, 'src')) && isAnyNewer(join(ROOT, 'src'), built));
}

function build() {
  process.stderr.write('Building Dateline; this takes a few seconds, once.\n');
  const script = join(ROOT, 'scripts', 'build-once.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  if (!existsSync(ENTRY)) stopWith('The build failed; the lines above say why.');
  process.stderr.write('The build failed; going on with the one before it.\n');
}

if (!existsSync(join(ROOT, 'node_modules', 'vite')))
  stopWith(`The packages of Dateline are missing. Run npm ci in ${ROOT} first.`);
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
  stopWith(
    `Dateline needs Node ${OLDEST_NODE} and brings it along. Run npm ci in ${ROOT}, then bin/dateline.`,
  );
if (isStale()) build();

// React and others are several times slower without this.
process.env.NODE_ENV ??= 'production';
enableCompileCache(join(ROOT, 'node_modules', '.cache', 'dateline'));
await import(pathToFileURL(ENTRY).href);
