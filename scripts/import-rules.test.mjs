import { expect, test } from 'vitest';
import { checkFile, importsOf } from './import-rules.mjs';

test.each([
  [
    'src/features/wire/wire.ts',
    "import { x } from '#features/stories/stories.ts';",
    /must not know features\/stories/,
  ],
  ['src/lib/slug.ts', "import { x } from '../platform/log.ts';", /lib \(level 0\) must not know platform/],
  ['src/platform/log.ts', "import type { Figure } from '#graphics/svg.ts';", /must not know graphics/],
  [
    'src/features/fronts/a.ts',
    "export { x } from '#features/popular/popular.ts';",
    /must not know features\/popular/,
  ],
  [
    'src/site/a.page.tsx',
    "import {\n  a,\n  b,\n} from '#features/articles/articles.repo.ts';",
    /past the door/,
  ],
  ['src/apps/a.ts', "const { x } = await import('#features/wire/poll.ts');", /past the door/],
  ['src/apps/a.ts', "import '#elsewhere/a.ts';", /no room that has a level/],
  ['src/elsewhere/a.ts', '', /has no level/],
  ['src/apps/a.ts', 'const port = process.env.PORT;', /process\.env/],
  ['src/lib/a.ts', 'const at = new Date();', /time/],
  ['src/lib/a.ts', 'const at = Date.now();', /time/],
  ['src/lib/a.ts', 'export default function a() {}', /default export/],
  ['src/lib/a.ts', "export * from './b.ts';", /exports everything/],
  ['src/features/stories/a.ts', "db.selectFrom('story')", /SQL/],
  ['src/features/stories/a.ts', 'await sql`select 1`.execute(db)', /SQL/],
  ['src/features/stories/a.ts', 'await sql<{ id: number }>`select 1`.execute(db)', /SQL/],
  ['src/lib/utils.ts', '', /says nothing/],
  ['src/features/wire/index.ts', '', /says nothing/],
  ['src/lib/a.ts', 'x;\n'.repeat(401), /401 lines/],
])('%s is stopped for %j', (path, text, sentence) => {
  expect(checkFile(path, text)).toEqual([expect.stringMatching(sentence)]);
});

test.each([
  ['src/features/stories/a.ts', "import { x } from '#features/wire/wire.ts';"],
  ['src/features/stories/a.ts', "import { x } from './b.ts';"],
  ['src/platform/embedded-postgres/a.ts', "import { x } from '../database.ts';"],
  ['src/features/stories/a.repo.ts', "db.selectFrom('story')"],
  ['src/features/stories/a.test.ts', "const at = new Date(); import { x } from '#site/site.ts';"],
  ['src/platform/config.ts', 'const env = process.env;'],
  ['src/lib/clock.ts', 'export const now = () => new Date();'],
  ['src/lib/a.ts', '// new Date() is not for us\n/* export default */\nconst at = new Date(given);'],
  ['src/lib/a.ts', 'x;\n'.repeat(400)],
])('%s may say %j', (path, text) => {
  expect(checkFile(path, text)).toEqual([]);
});

test('imports are found however they are written', () => {
  const text = `import a from 'a';
import { b } from "b";
import type { C } from 'c';
import 'd';
export { e } from 'e';
export type { F } from 'f';
const g = import('g');
// import h from 'h';`;
  expect(importsOf(text).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});
