import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The program does not lie beside its package.json.');
  return findUpwards(parent);
}

/** Absolute path of the folder with package.json, migrations and dist, whether this code was built or not. */
export const PROGRAM_FOLDER = findUpwards(dirname(fileURLToPath(import.meta.url)));
