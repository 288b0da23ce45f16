import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { Feed, FeedFormat, FeedItem } from './feed.ts';
import { writeFeed } from './write-feed.ts';

const item: FeedItem = {
  id: 'tag:paper.example,2025-03-04:article/12',
  url: 'https://paper.example/world/2025/03/04/a?b=1&c=2',
  title: 'Fish & <b>chips</b> ]]> &amp; 한국어',
  summary: 'They said "x < y" & left.',
  language: 'en',
  authors: ['Ann Lee', 'Bo & Marsh'],
  credit: 'Yonhap',
  published: new Date('2025-03-04T09:30:00Z'),
  updated: new Date('2025-03-05T10:00:00Z'),
  categories: [{ term: 'world', label: 'World & more' }],
  picture: {
    url: 'https://paper.example/media/a.jpg?w=1&h=2',
    type: 'image/jpeg',
    width: 1200,
    height: 800,
    alt: 'A "crane"',
    caption: 'The port',
    credit: 'Cho',
  },
};
const bare: FeedItem = {
  ...item,
  id: 'tag:paper.example,2025-03-04:article/13',
  authors: [],
  credit: '',
  categories: [],
};
delete bare.picture;

const feed: Feed = {
  id: 'https://paper.example/feeds/latest',
  title: 'The Paper & Post',
  description: 'News <of> the day',
  language: 'en',
  publisher: 'The Paper & Post',
  pageUrl: 'https://paper.example/latest',
  urls: {
    rss: 'https://paper.example/feeds/latest.rss',
    atom: 'https://paper.example/feeds/latest.atom',
    json: 'https://paper.example/feeds/latest.json',
  },
  updated: item.updated,
  items: [item, bare],
};

type Element = { name: string; attributes: Record<string, string>; text: string };

/** All elements of a document in the order they end; throws where it is not well-formed or uses an unknown prefix. */
function elementsOf(xml: string): Element[] {
  const open: Element[] = [];
  const closed: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    open.push({ name, attributes: Object.fromEntries(values), text: '' });
  });
  const addText = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = open.pop();
    if (done) closed.push(done);
  });
  parser.write(xml).close();
  return closed;
}

const textsOf = (elements: Element[], name: string) =>
  elements.filter((element) => element.name === name).map(({ text }) => text);

test('RSS has the elements that the standard requires, each text exactly as it was', () => {
  const elements = elementsOf(writeFeed(feed, 'rss'));
  expect(textsOf(elements, 'title')).toEqual([feed.title, item.title, item.title]);
  expect(textsOf(elements, 'link')).toEqual([feed.pageUrl, item.url, item.url]);
  expect(textsOf(elements, 'guid')).toEqual([item.id, bare.id]);
  expect(elements.find(({ name }) => name === 'guid')?.attributes).toEqual({ isPermaLink: 'false' });
  expect(textsOf(elements, 'pubDate')[0]).toBe('Tue, 04 Mar 2025 09:30:00 GMT');
  expect(textsOf(elements, 'atom:updated')[0]).toBe('2025-03-05T10:00:00.000Z');
  expect(elements.find(({ name }) => name === 'rss')?.attributes.version).toBe('2.0');
});

test('an RSS description, which is HTML, shows the plain text that it was made from', () => {
  expect(textsOf(elementsOf(writeFeed(feed, 'rss')), 'description')[1]).toBe(
    'They said &quot;x &lt; y&quot; &amp; left.',
  );
});

test('RSS names the writer, the agency, the picture and its own address, and no e-mail address', () => {
  const parsed = parseRssFeed(writeFeed(feed, 'rss'));
  expect(parsed.atom?.links).toEqual([{ href: feed.urls.rss, rel: 'self', type: 'application/rss+xml' }]);
  expect(parsed.items?.[0]).toMatchObject({
    dc: { creators: ['Ann Lee', 'Bo & Marsh'], sources: ['Yonhap'], languages: ['en'] },
    categories: [{ name: 'World & more' }],
  });
  expect(parsed.items?.[0]?.media?.contents?.[0]).toMatchObject({
    url: item.picture?.url,
    width: 1200,
    height: 800,
    medium: 'image',
    credits: [{ value: 'Cho' }],
  });
  expect(parsed.items?.[0]).not.toHaveProperty('authors');
  expect(parsed.items?.[1]).not.toHaveProperty('media');
});

test('without byline and credit the paper is the creator', () => {
  expect(parseRssFeed(writeFeed(feed, 'rss')).items?.[1]?.dc?.creators).toEqual([feed.publisher]);
});

test('where only the agency is known it is the author', () => {
  const agency = { ...feed, items: [{ ...item, authors: [] }] };
  expect(parseRssFeed(writeFeed(agency, 'rss')).items?.[0]?.dc?.creators).toEqual(['Yonhap']);
  expect(parseAtomFeed(writeFeed(agency, 'atom')).entries?.[0]?.authors).toEqual([{ name: 'Yonhap' }]);
});

test('Atom has id, title and updated for feed and entries, and one self and one alternate link', () => {
  const parsed = parseAtomFeed(writeFeed(feed, 'atom'));
  expect(parsed).toMatchObject({
    id: feed.id,
    title: { value: feed.title },
    updated: '2025-03-05T10:00:00.000Z',
  });
  expect(parsed.links?.map(({ rel, href }) => [rel, href])).toEqual([
    ['self', feed.urls.atom],
    ['alternate', feed.pageUrl],
  ]);
  expect(parsed.authors).toEqual([{ name: feed.publisher }]);
  expect(parsed.entries?.[0]).toMatchObject({
    id: item.id,
    published: '2025-03-04T09:30:00.000Z',
    updated: '2025-03-05T10:00:00.000Z',
    authors: [{ name: 'Ann Lee' }, { name: 'Bo & Marsh' }],
    categories: [{ term: 'world', label: 'World & more' }],
    dc: { sources: ['Yonhap'] },
  });
  expect(parsed.entries?.[1]).not.toHaveProperty('authors');
});

test('Atom texts are plain and come out exactly as they were', () => {
  const elements = elementsOf(writeFeed(feed, 'atom'));
  expect(textsOf(elements, 'title')).toContain(item.title);
  expect(textsOf(elements, 'summary')[0]).toBe(item.summary);
  expect(
    elements.filter(({ name }) => name === 'summary').every(({ attributes }) => attributes.type === 'text'),
  ).toBe(true);
});

test('JSON Feed has version, ids, text content and RFC 3339 dates', () => {
  const json = JSON.parse(writeFeed(feed, 'json'));
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    feed_url: feed.urls.json,
    home_page_url: feed.pageUrl,
  });
  expect(json.items[0]).toMatchObject({
    id: item.id,
    content_text: item.summary,
    date_published: '2025-03-04T09:30:00.000Z',
    date_modified: '2025-03-05T10:00:00.000Z',
    authors: [{ name: 'Ann Lee' }, { name: 'Bo & Marsh' }],
    image: item.picture?.url,
    language: 'en',
    _dateline: { credit: 'Yonhap' },
  });
  expect(parseJsonFeed(json).items).toHaveLength(2);
});

test.each<FeedFormat>(['rss', 'atom', 'json'])('a paper without articles has a valid %s feed', (format) => {
  const written = writeFeed({ ...feed, items: [] }, format);
  if (format === 'json') expect(JSON.parse(written)).toMatchObject({ title: feed.title, items: [] });
  else expect(textsOf(elementsOf(written), 'title')).toEqual([feed.title]);
});
