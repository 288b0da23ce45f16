import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { toNewsSitemap, toSitemap, toSitemapIndex } from './sitemap-xml.ts';

const BASE = 'https://paper.example';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

type Node = { name: string; uri: string; attributes: Record<string, string>; text: string; parent?: string };

/** The elements of a document in the order they begin, with their namespaces; throws where it is not well-formed. */
function nodesOf(xml: string): Node[] {
  const nodes: Node[] = [];
  const open: Node[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const node: Node = {
      name: local,
      uri,
      attributes: Object.fromEntries(values),
      text: '',
      parent: open.at(-1)?.name,
    };
    nodes.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return nodes;
}

test('an index names sitemaps by whole addresses', () => {
  const nodes = nodesOf(toSitemapIndex(BASE, ['/sitemaps/pages.xml', '/sitemaps/articles-1.xml']));
  expect(nodes[0]).toMatchObject({ name: 'sitemapindex', uri: SITEMAP });
  expect(nodes.filter(({ name }) => name === 'loc').map(({ text, parent }) => [parent, text])).toEqual([
    ['sitemap', `${BASE}/sitemaps/pages.xml`],
    ['sitemap', `${BASE}/sitemaps/articles-1.xml`],
  ]);
});

test('a page has its address percent-encoded, the time it changed and its translations, itself among them', () => {
  const alternates = [
    { language: 'en', path: '/world/2025/03/04/port' },
    { language: 'ko', path: '/ko/world/2025/03/04/항구' },
  ];
  const xml = toSitemap(BASE, [
    { path: '/ko/world/2025/03/04/항구', updated_at: new Date('2025-03-05T10:00:00Z'), alternates },
  ]);
  const nodes = nodesOf(xml);
  const encoded = `${BASE}/ko/world/2025/03/04/%ED%95%AD%EA%B5%AC`;
  expect(nodes.map(({ name }) => name)).toEqual(['urlset', 'url', 'loc', 'lastmod', 'link', 'link']);
  expect(nodes[2]?.text).toBe(encoded);
  expect(nodes[3]?.text).toBe('2025-03-05T10:00:00.000Z');
  expect(nodes[5]).toMatchObject({
    uri: 'http://www.w3.org/1999/xhtml',
    attributes: { rel: 'alternate', hreflang: 'ko', href: encoded },
  });
});

test('a page whose time of change is not known says none', () => {
  expect(nodesOf(toSitemap(BASE, [{ path: '/latest' }])).map(({ name }) => name)).toEqual([
    'urlset',
    'url',
    'loc',
  ]);
});

test('a news entry has the name and language of its paper, first publication and title', () => {
  const xml = toNewsSitemap(BASE, [
    {
      id: 1,
      path: '/world/2025/03/04/port',
      edition: 'en',
      headline: 'Fish & <chips>\u0007',
      visible_from: new Date('2025-03-04T09:30:00Z'),
      publication: 'The Paper & Post',
      language: 'en-GB',
    },
  ]);
  const nodes = nodesOf(xml);
  const news = nodes.filter(({ uri }) => uri === NEWS).map(({ name, parent, text }) => [parent, name, text]);
  expect(news).toEqual([
    ['url', 'news', ''],
    ['news', 'publication', ''],
    ['publication', 'name', 'The Paper & Post'],
    ['publication', 'language', 'en'],
    ['news', 'publication_date', '2025-03-04T09:30:00.000Z'],
    ['news', 'title', 'Fish & <chips>'],
  ]);
});

test.each([
  ['zh-TW', 'zh-tw'],
  ['zh-CN', 'zh-cn'],
  ['pt-BR', 'pt'],
  ['ko', 'ko'],
])('the news language of %s is %s', (language, expected) => {
  const entry = {
    id: 1,
    path: '/a',
    edition: 'x',
    headline: 'A',
    visible_from: new Date(0),
    publication: 'P',
    language,
  };
  expect(nodesOf(toNewsSitemap(BASE, [entry])).find(({ name }) => name === 'language')?.text).toBe(expected);
});
