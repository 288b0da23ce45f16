/**
 * The rules of the house that no linter knows, as pure functions: file names and texts in, sentences out.
 * `check-imports.mjs` runs them over the tree, `import-rules.test.mjs` plants a violation of each.
 */
import { dirname, posix } from 'node:path';

/** Who may know whom: a file imports from lower levels and from its own folder. */
const LEVELS = {
  lib: 0,
  platform: 1,
  document: 1,
  record: 1,
  graphics: 1,
  ui: 1,
  'features/staff': 2,
  'features/taxonomy': 2,
  'features/media': 2,
  'features/wire': 2,
  'features/stories': 3,
  'features/articles': 4,
  'features/publishing': 5,
  'features/feeds': 5,
  'features/fronts': 6,
  'features/popular': 6,
  'features/diary': 6,
  'features/briefings': 6,
  'features/partners': 6,
  'features/search': 6,
  'features/imports': 6,
  'features/people': 6,
  'features/timelines': 6,
  site: 7,
  'desk-api': 7,
  desk: 8,
  demo: 8,
  apps: 9,
};

const LONGEST_FILE = 400;
const FORBIDDEN_NAMES = /^(utils?|helpers?|common|types?|index|misc|shared)(\.|$)/;
const IS_TEST = /\.(test|spec)\.(ts|tsx|mjs)$|(^|\/)testing\//;
const MAY_HOLD_SQL = /\.repo\.ts$|^src\/platform\//;

/** The room of a path in src: `features/wire` for features, else the first folder. */
export function roomOf(path) {
  const [first = '', second = ''] = path.split('/').slice(1);
  return first === 'features' ? `${first}/${second}` : first;
}

const isDoor = (path, room) => path === `src/${room}/${room.split('/').at(-1)}.ts`;

/** Comments and texts blanked out, line breaks kept, so that rules look at code alone. */
export function withoutComments(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;,{}(])\/\/[^\n]*/g, '$1');
}

/** Every module that a text imports or re-exports, types included. */
export function importsOf(text) {
  const code = withoutComments(text);
  const patterns = [
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]));
}

function toPath(importer, specifier) {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return posix.join(dirname(importer), specifier);
  return undefined;
}

function checkImport(importer, specifier) {
  const target = toPath(importer, specifier);
  if (target === undefined || !target.startsWith('src/')) return [];
  const from = roomOf(importer);
  const to = roomOf(target);
  if (from === to) return [];
  if (LEVELS[to] === undefined) return [`imports ${target}, which lies in no room that has a level`];
  if (LEVELS[to] >= LEVELS[from])
    return [`imports ${target}: ${from} (level ${LEVELS[from]}) must not know ${to} (level ${LEVELS[to]})`];
  if (to.startsWith('features/') && !isDoor(target, to))
    return [`imports ${target} past the door; use #${to}/${to.split('/').at(-1)}.ts`];
  return [];
}

/** Rules on what a file may say: [pattern, sentence, where it does not hold]. */
const WORDS = [
  [/\bprocess\.env\b/, 'reads process.env; only src/platform/config.ts does', /^src\/platform\/config\.ts$/],
  [
    /\bnew Date\(\s*\)|\bDate\.now\(/,
    'asks for the time; take it from lib/clock.ts',
    /^src\/lib\/clock\.ts$/,
  ],
  [/(^|\n)\s*export default\b/, 'has a default export; name it', /^$/],
  [/(^|\n)\s*export\s*\*/, 'exports everything of another file; name what leaves', /^$/],
  [
    /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/,
    'holds SQL; it belongs into a *.repo.ts',
    MAY_HOLD_SQL,
  ],
];

/**
 * What one file of src does against the rules.
 * @param path from the root of the repository, with forward slashes.
 * @returns sentences that begin with the path.
 */
export function checkFile(path, text) {
  const name = posix.basename(path);
  const found = [];
  const room = roomOf(path);
  if (LEVELS[room] === undefined) found.push(`lies in src/${room}, which has no level`);
  if (FORBIDDEN_NAMES.test(name)) found.push('has a name that says nothing; name it after what it does');
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines > LONGEST_FILE) found.push(`has ${lines} lines; ${LONGEST_FILE} is the limit, split it by idea`);
  const isTest = IS_TEST.test(path);
  if (!isTest) {
    const code = withoutComments(text);
    for (const [pattern, sentence, allowed] of WORDS)
      if (pattern.test(code) && !allowed.test(path)) found.push(sentence);
    for (const specifier of importsOf(text)) found.push(...checkImport(path, specifier));
  }
  return [...new Set(found)].map((sentence) => `${path} ${sentence}.`);
}
