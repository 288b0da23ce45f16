/** Runs the rules of import-rules.mjs over src; prints what is against them and fails if there is any. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkFile } from './import-rules.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const files = readdirSync(`${ROOT}src`, { recursive: true })
  .map((name) => `src/${String(name).replaceAll('\\', '/')}`)
  .filter((name) => /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts'))
  .sort();
const found = files.flatMap((file) => checkFile(file, readFileSync(`${ROOT}${file}`, 'utf8')));
for (const sentence of found) console.error(sentence);
if (found.length > 0)
  console.error(`${found.length} against the rules of the house, in ${files.length} files.`);
process.exitCode = found.length > 0 ? 1 : 0;
