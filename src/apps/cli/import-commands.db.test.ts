import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPathOf } from '#features/articles/articles.ts';
import { IMPORT_COMMANDS } from './import.command.ts';
import { sectionSetCommand } from './section-set.command.ts';
import { SUBJECT_COMMANDS } from './subject.command.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';

const paper = await besidePaper();
const { db } = paper;

const dateline = (...args: string[]) =>
  runRecorded([...IMPORT_COMMANDS, sectionSetCommand, ...SUBJECT_COMMANDS], args);

function ghostExport(posts: object[]): string {
  const file = join(paper.data, 'ghost.json');
  const given = posts.map((post, id) => ({
    id: `p${id}`,
    type: 'post',
    html: '<p>Ships waited.</p>',
    published_at: '2019-03-04T05:06:07.000Z',
    visibility: 'public',
    ...post,
  }));
  const tables = {
    users: [{ id: 'u', name: 'Kim Mina', email: 'mina@old.example', password: '$2a$10$hash' }],
    tags: [{ id: 't', name: 'Sea', slug: 'sea' }],
    posts_tags: [{ post_id: 'p0', tag_id: 't' }],
    posts_authors: [{ post_id: 'p0', author_id: 'u' }],
  };
  writeFileSync(file, JSON.stringify({ db: [{ meta: {}, data: { posts: given, ...tables } }] }));
  return file;
}

const POSTS = [
  { title: 'Fog, "thick"', slug: 'fog', status: 'published' },
  { title: '=HYPERLINK("x")', slug: 'members', status: 'published', visibility: 'members' },
  { title: 'About us', slug: 'about', type: 'page', status: 'published' },
];

test('a Ghost export comes in with its sections, old addresses and a report, and a second time changes nothing', async () => {
  await dateline('section', 'set', 'harbour');
  const file = ghostExport(POSTS);
  const report = join(paper.data, 'report.jsonl');
  const args = ['import', 'ghost', file, '--url', 'https://old.example', '--map', 'sea=harbour'];
  const { code, out } = await dateline(...args, '--report', report);
  expect(out).toBe('3 rows: 1 published, 1 waiting for the desk, 0 already there, 1 left out, 0 failed.\n');
  expect(code).toBe(0);
  const rows = readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { position: number });
  expect(rows.toSorted((a, b) => a.position - b.position)).toMatchObject([
    {
      guid: 'ghost:post:p0',
      old_address: 'https://old.example/fog/',
      result: 'published',
      new_address: '/harbour/2019/03/04/fog',
    },
    { result: 'waits' },
    { result: 'left out', notes: ['A page, not a post: left out.'] },
  ]);
  expect(await findPathOf(db, '/fog')).toMatchObject({ path: '/harbour/2019/03/04/fog' });
  expect((await dateline(...args)).out).toContain('0 published, 0 waiting for the desk, 2 already there');
});

test('a report in CSV quotes what needs it and holds no formulas', async () => {
  const report = join(paper.data, 'report.csv');
  await dateline('import', 'ghost', ghostExport(POSTS), '--report', report);
  const text = readFileSync(report, 'utf8');
  expect(text).toMatch(/^position,guid,old_address,headline,result,new_address,notes\r\n/);
  expect(text).toContain('"Fog, ""thick"""');
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
});

test('without --url it says what a Ghost export cannot tell', async () => {
  expect((await dateline('import', 'ghost', ghostExport(POSTS), '--dry-run')).talk).toContain(
    'without --url',
  );
});

test('wrong words are told before anything is opened', async () => {
  expect((await dateline('import', 'wxr')).code).toBe(2);
  expect((await dateline('import', 'ghost', ghostExport(POSTS), '--map', 'sea')).code).toBe(2);
  const unknown = await dateline('import', 'ghost', ghostExport(POSTS), '--section', 'nowhere');
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.talk).toContain('dateline section set nowhere');
  expect(await dateline('import', 'wxr', ghostExport(POSTS))).toMatchObject({ code: 1, out: '' });
});

test('a subject goes where the desk says until that is taken back', async () => {
  await dateline('section', 'set', 'sport');
  await dateline('section', 'set', 'harbour');
  const lineOf = async (code: string) =>
    (await dateline('subject', 'list')).out.split('\n').find((line) => line.startsWith(code));
  expect(await lineOf('medtop:15000000')).toMatch(/sport +sport +usual$/);
  const set = await dateline('subject', 'set', 'SPO', '--section', 'harbour', '--topic', 'Regatta');
  expect(set.code).toBe(0);
  expect(await lineOf('medtop:15000000')).toMatch(/sport +harbour +regatta +desk$/);
  await dateline('subject', 'unset', 'medtop:15000000');
  expect(await lineOf('medtop:15000000')).toMatch(/usual$/);
  expect((await dateline('subject', 'unset', 'SPO')).code).toBe(1);
  expect((await dateline('subject', 'set', 'SPO')).code).toBe(2);
});
