import { expect, test } from 'vitest';
import { toHtml } from '#document/to-html.ts';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

const POST = {
  id: '63f0a1',
  title: 'Harbour closed by fog',
  slug: 'fog',
  html: '<p>Ships waited.</p>',
  status: 'published',
  visibility: 'public',
  type: 'post',
  published_at: '2019-03-04T05:06:07.000Z',
  updated_at: '2019-03-05T05:06:07.000Z',
  custom_excerpt: 'Nothing moved.',
};

const TABLES = {
  users: [
    { id: 'u1', name: 'Kim Mina', email: 'mina@old.example', password: '$2a$10$hash' },
    { id: 'u2', name: 'Lee Joon' },
  ],
  tags: [
    { id: 't1', name: 'Sea', slug: 'sea' },
    { id: 't2', name: '#newsletter', slug: 'hash-newsletter' },
  ],
  posts_authors: [
    { post_id: '63f0a1', author_id: 'u2', sort_order: 1 },
    { post_id: '63f0a1', author_id: 'u1', sort_order: 0 },
  ],
  posts_tags: [
    { post_id: '63f0a1', tag_id: 't2', sort_order: 1 },
    { post_id: '63f0a1', tag_id: 't1', sort_order: 0 },
  ],
  settings: [{ key: 'mailgun_api_key', value: 'key-0123456789' }],
};

const read = (posts: object[], url?: string) =>
  parseMessage(
    new TextEncoder().encode(
      JSON.stringify({ db: [{ meta: { version: '5.0.0', exported_on: 1 }, data: { posts, ...TABLES } }] }),
    ),
    { url },
  );

function only(post: object, url?: string): WireItem {
  const [item] = read([{ ...POST, ...post }], url).items;
  if (!item) throw new Error('nothing was read');
  return item;
}

test('a post keeps its words, authors in their order, times and tags', () => {
  expect(only({})).toMatchObject({
    uri: 'ghost:post:63f0a1',
    headline: 'Harbour closed by fog',
    abstract: 'Nothing moved.',
    byline: 'Kim Mina, Lee Joon',
    pubstatus: 'usable',
    firstcreated: '2019-03-04T05:06:07Z',
    versioncreated: '2019-03-05T05:06:07Z',
    subject: [{ code: 'tag:sea', name: 'Sea' }],
  });
});

test('the format is told without being named, in each of its envelopes', () => {
  expect(read([POST]).format).toBe('ghost');
  const bare = JSON.stringify({ data: { posts: [{ ...POST, lexical: null }] } });
  expect(parseMessage(new TextEncoder().encode(bare)).format).toBe('ghost');
});

test.each([
  { status: 'draft' },
  { status: 'scheduled', published_at: '2031-01-01T00:00:00.000Z' },
  { status: 'sent' },
  { visibility: 'members' },
  { visibility: 'paid' },
  { visibility: 'tiers' },
])('a post with %o waits for the desk', (more) => {
  expect(only(more).pubstatus).toBe('withheld');
});

test('a scheduled post keeps its time', () => {
  expect(only({ status: 'scheduled', published_at: '2031-01-01T00:00:00.000Z' }).embargoed).toBe(
    '2031-01-01T00:00:00Z',
  );
});

test('pages are left out with a reason', () => {
  const { items, failures } = read([POST, { ...POST, id: 'x', type: 'page' }]);
  expect(items).toHaveLength(1);
  expect(failures).toEqual([{ position: 1, uri: 'fog', reason: 'A page, not a post: left out.' }]);
});

test('no key, hash, address of a person or injected code is taken over', () => {
  const said = JSON.stringify(
    read([{ ...POST, codeinjection_head: '<script>steal()</script>', email_subject: 'psst' }]),
  );
  for (const secret of ['key-0123456789', '$2a$10$', 'mina@old.example', 'steal()', 'psst'])
    expect(said).not.toContain(secret);
});

test('the mark that stands for the site’s own address becomes the address, or goes', () => {
  const html = '<p><a href="__GHOST_URL__/about/">About</a></p>';
  const feature_image = '__GHOST_URL__/content/images/fog.jpg';
  const known = only({ html, feature_image }, 'https://old.example/');
  expect(known.media[0]?.href).toBe('https://old.example/content/images/fog.jpg');
  expect(toHtml(known.body)).toContain('https://old.example/about/');
  expect(known.links).toEqual([{ href: 'https://old.example/fog/', rel: 'alternate' }]);
  expect(JSON.stringify(only({ html, feature_image }))).not.toContain('__GHOST_URL__');
});

test('what was never rendered is read from what the editor wrote', () => {
  const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format });
  const children = [
    { type: 'heading', tag: 'h3', children: [text('Then')] },
    { type: 'paragraph', children: [text('Ships '), text('waited', 1), text(' & hooted <loud>.')] },
    { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [text('One')] }] },
    { type: 'callout', calloutText: 'Boxed.' },
    { type: 'unheard-of', children: [{ type: 'paragraph', children: [text('Kept.')] }] },
  ];
  const item = only({ html: null, lexical: JSON.stringify({ root: { children } }) });
  const html = toHtml(item.body);
  expect(html).toContain('<strong>waited</strong>');
  expect(toText(item.body)).toContain('Ships waited & hooted <loud>.');
  for (const words of ['Then', 'One', 'Boxed.', 'Kept.']) expect(toText(item.body)).toContain(words);
});

test('the older editor’s posts are read, too', () => {
  const mobiledoc = {
    version: '0.3.1',
    atoms: [['soft-return', '', {}]],
    cards: [['markdown', { markdown: 'Marked down.' }]],
    markups: [['strong'], ['a', ['href', 'https://old.example/x']]],
    sections: [
      [
        1,
        'p',
        [
          [0, [], 0, 'Ships '],
          [0, [0], 1, 'waited'],
          [1, [], 0, 0],
          [0, [1], 1, 'here'],
        ],
      ],
      [3, 'ul', [[[0, [], 0, 'One']]]],
      [10, 0],
    ],
  };
  const item = only({ html: null, mobiledoc: JSON.stringify(mobiledoc) });
  expect(toHtml(item.body)).toContain('<strong>waited</strong>');
  expect(toHtml(item.body)).toContain('https://old.example/x');
  expect(toText(item.body)).toMatch(/One[\s\S]*Marked down\./);
});

test('an editor’s document that cannot be read leaves a note and no error', () => {
  const item = only({ html: null, lexical: '{broken', plaintext: 'Only words.' });
  expect(toText(item.body)).toContain('Only words.');
  expect(item.notes.join(' ')).toContain('lexical could not be read');
});

test('JSON without posts is refused with a sentence', () => {
  const bytes = new TextEncoder().encode('{"db":[{"data":{"users":[]}}]}');
  expect(() => parseMessage(bytes, { as: 'ghost' })).toThrow('it has no list of posts');
});
