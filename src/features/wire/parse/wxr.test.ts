import { expect, test } from 'vitest';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

type Post = {
  title?: string;
  guid?: string;
  status?: string;
  type?: string;
  password?: string;
  gmt?: string;
  content?: string;
  more?: string;
};

const post = ({
  title = 'Harbour closed by fog',
  guid = 'https://old.example/?p=12',
  status = 'publish',
  type = 'post',
  password = '',
  gmt = '2019-03-04 05:06:07',
  content = 'Ships waited.',
  more = '',
}: Post = {}): string => `<item><title><![CDATA[${title}]]></title><link>https://old.example/2019/03/fog/</link>
  <pubDate>Mon, 04 Mar 2019 05:06:07 +0000</pubDate><dc:creator>mina</dc:creator>
  <guid isPermaLink="false">${guid}</guid><content:encoded><![CDATA[${content}]]></content:encoded>
  <excerpt:encoded><![CDATA[Nothing moved.]]></excerpt:encoded><wp:post_id>12</wp:post_id>
  <wp:post_date>2019-03-04 14:06:07</wp:post_date><wp:post_date_gmt>${gmt}</wp:post_date_gmt>
  <wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>
  <wp:post_password>${password}</wp:post_password>${more}</item>`;

const exportOf = (...items: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old Post</title><link>https://old.example</link>
  <language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
  <wp:author><wp:author_login>mina</wp:author_login><wp:author_email>mina@old.example</wp:author_email>
    <wp:author_display_name><![CDATA[Kim Mina]]></wp:author_display_name></wp:author>
  ${items.join('')}</channel></rss>`;

const read = (...items: string[]) => parseMessage(new TextEncoder().encode(exportOf(...items)));
const only = (...items: string[]): WireItem => {
  const [item] = read(...items).items;
  if (!item) throw new Error('nothing was read');
  return item;
};

test('a post keeps its words, author, times, terms and address', () => {
  const terms =
    '<category domain="category" nicename="sea"><![CDATA[The Sea]]></category><category domain="post_tag" nicename="fog">fog</category><category domain="post_format" nicename="post-format-aside">Aside</category>';
  expect(only(post({ more: terms }))).toMatchObject({
    uri: 'https://old.example/?p=12',
    headline: 'Harbour closed by fog',
    abstract: 'Nothing moved.',
    byline: 'Kim Mina',
    language: 'en-GB',
    pubstatus: 'usable',
    firstcreated: '2019-03-04T05:06:07Z',
    subject: [
      { code: 'category:sea', name: 'The Sea' },
      { code: 'tag:fog', name: 'fog' },
    ],
    links: [{ href: 'https://old.example/2019/03/fog/', rel: 'alternate' }],
  });
});

test('the format is told without being named', () => {
  expect(read(post()).format).toBe('wxr');
});

test.each([
  ['draft', {}],
  ['pending', {}],
  ['private', {}],
  ['inherit', {}],
  ['publish', { password: 'opensesame' }],
])('a post that was %s %o waits for the desk', (status, more) => {
  const item = only(post({ status, ...more }));
  expect(item.pubstatus).toBe('withheld');
  expect(item.notes.join(' ')).toContain('waits for the desk');
  expect(JSON.stringify(item)).not.toContain('opensesame');
});

test('a post of which the export does not say whether it was public waits, too', () => {
  const item = only(post().replace(/<wp:status>.*<\/wp:status>/, ''));
  expect(item.pubstatus).toBe('withheld');
});

test('a scheduled post waits and keeps its time', () => {
  const item = only(post({ status: 'future', gmt: '2031-01-02 03:04:05' }));
  expect(item).toMatchObject({ pubstatus: 'withheld', embargoed: '2031-01-02T03:04:05Z' });
});

test('a draft without a date in UTC has that of its feed, and one without any has none', () => {
  expect(only(post({ gmt: '0000-00-00 00:00:00' })).firstcreated).toMatch(/^2019-03-04T05:06:07/);
  const none = post({ gmt: '0000-00-00 00:00:00' })
    .replace(/<pubDate>.*<\/pubDate>/, '')
    .replace(/<wp:post_date>.*<\/wp:post_date>/, '');
  expect(only(none).firstcreated).toBeUndefined();
});

test('pages, menus, what is in the bin and attachments are left out, each with its reason', () => {
  const { items, failures } = read(
    post(),
    post({ type: 'page', guid: 'p' }),
    post({ type: 'nav_menu_item' }),
    post({ type: 'attachment' }),
    post({ status: 'trash' }),
  );
  expect(items).toHaveLength(1);
  expect(failures.map(({ reason }) => reason)).toEqual([
    'A page, not a post: left out.',
    'Of the type “nav_menu_item”, not a post: left out.',
    'A picture or file of the library; posts bring those they use: left out.',
    'In the bin of the old site: left out.',
  ]);
});

test('the post’s own picture comes from the library with its words', () => {
  const picture = post({ type: 'attachment' })
    .replace('<wp:post_id>12', '<wp:post_id>13')
    .replace(
      '</item>',
      '<wp:attachment_url>https://old.example/fog.jpg</wp:attachment_url><wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>Fog</wp:meta_value></wp:postmeta></item>',
    );
  const thumbnail =
    '<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>13</wp:meta_value></wp:postmeta>';
  expect(only(post({ more: thumbnail }), picture).media).toEqual([
    { href: 'https://old.example/fog.jpg', type: 'image', alt: 'Fog', caption: 'Nothing moved.' },
  ]);
});

test('names of several authors come before the login', () => {
  const more =
    '<category domain="author" nicename="mina">mina</category><category domain="author" nicename="lee-joon">Lee Joon</category>';
  expect(only(post({ more })).byline).toBe('Kim Mina, Lee Joon');
});

test('empty lines part paragraphs where no blocks do', () => {
  const item = only(post({ content: 'One line\nand its end.\n\nAnother.\n<h2>Then</h2>\nLast.' }));
  expect(item.body.content.map(({ type }) => type)).toEqual([
    'paragraph',
    'paragraph',
    'heading',
    'paragraph',
  ]);
});

test('blocks are read as they stand', () => {
  const content =
    '<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Two.</p>\n<!-- /wp:paragraph -->';
  expect(toText(only(post({ content })).body).trim()).toBe('One.\n\nTwo.');
});

test('shortcodes go, the words in them stay, and brackets that are words stay', () => {
  const content =
    '[caption id="a" width="3"]<img src="https://old.example/a.jpg" alt="A"> The quay[/caption]\n\nHe said “they was [sic] late”.\n\n[gallery ids="1,2"]\n\n[su_box title="x"]Boxed.[/su_box]';
  const text = toText(only(post({ content })).body);
  expect(text).toContain('they was [sic] late');
  expect(text).toContain('Boxed.');
  expect(text).not.toMatch(/caption|gallery|su_box/);
});

test('what plugins and settings keep beside a post is not taken over', () => {
  const more =
    '<wp:postmeta><wp:meta_key>_api_token</wp:meta_key><wp:meta_value>s3cr3t-token</wp:meta_value></wp:postmeta><wp:comment><wp:comment_author_email>reader@example.com</wp:comment_author_email><wp:comment_content>First!</wp:comment_content></wp:comment>';
  const said = JSON.stringify(read(post({ more })));
  for (const secret of ['s3cr3t-token', 'reader@example.com', 'First!', 'mina@old.example'])
    expect(said).not.toContain(secret);
});
