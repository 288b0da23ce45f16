/**
 * Builds dist/: the server's code (dist/server) and, from build-assets.mjs, what browsers load (dist/client).
 * Each build goes to a folder of its own under dist/builds, and dist/server and dist/client are links that move to it
 * at once: a paper that runs keeps the files it started with, and nobody ever sees half a build.
 */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILDS = join(ROOT, 'dist', 'builds');
const KEPT_BUILDS = 3;

function moveLink(name, target) {
  const link = join(ROOT, 'dist', name);
  const fresh = `${link}.${process.pid}`;
  rmSync(fresh, { force: true });
  symlinkSync(target, fresh);
  // A folder that was put there by hand; a link is replaced in one step.
  if (lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) rmSync(link, { recursive: true });
  renameSync(fresh, link);
}

function removeOldBuilds() {
  const byAge = readdirSync(BUILDS)
    .map((name) => ({ path: join(BUILDS, name), age: statSync(join(BUILDS, name)).mtimeMs }))
    .sort((a, b) => b.age - a.age);
  for (const { path } of byAge.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}

async function buildServer(folder) {
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel: 'warn', build: { outDir: join(folder, 'server') } });
}

async function buildClient(folder) {
  const script = join(ROOT, 'scripts', 'build-assets.mjs');
  if (!existsSync(script)) return;
  const { buildAssets } = await import(pathToFileURL(script).href);
  await buildAssets(join(folder, 'client'));
}

/** Builds everything. `dist/server/cli.js` carries the time at which the build began: what changed later is newer. */
export async function buildAll() {
  const began = new Date();
  mkdirSync(BUILDS, { recursive: true });
  const folder = mkdtempSync(join(BUILDS, 'build-'));
  // Made for its maker alone; but whoever may run the program must read it.
  chmodSync(folder, 0o755);
  try {
    await buildServer(folder);
    await buildClient(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  utimesSync(join(folder, 'server', 'cli.js'), began, began);
  const name = folder.slice(BUILDS.length + 1);
  if (existsSync(join(folder, 'client'))) moveLink('client', join('builds', name, 'client'));
  moveLink('server', join('builds', name, 'server'));
  removeOldBuilds();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
