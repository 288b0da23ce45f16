import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { toText } from '#document/to-text.ts';
import { parseMessage, type WireFormat, type WireItem } from '#features/wire/wire.ts';
import type { Outgoing } from './outgoing.ts';
import { buildOutgoing, buildStop, FULL_BODY } from './testing/outgoing.builder.ts';
import { type OutgoingMessage, writeList, writeOne } from './write-outgoing.ts';

const message: OutgoingMessage = {
  baseUrl: 'https://paper.example',
  url: 'https://paper.example/api/partner/x',
  publisher: 'The Paper & Post',
  language: 'en',
  updated: new Date('2026-03-04T12:00:00Z'),
};
const FORMATS = ['newsml-g2', 'ninjs', 'nitf'] as const;

const parsed = (written: string, as: WireFormat): WireItem[] => {
  const { items, failures } = parseMessage(new TextEncoder().encode(written), { as });
  expect(failures).toEqual([]);
  return items;
};
const read = (item: Outgoing, format: (typeof FORMATS)[number]): WireItem => {
  const [first, ...more] = parsed(writeOne(item, format, message), format);
  expect(more).toEqual([]);
  if (!first) throw new Error('nothing was read');
  return first;
};
const at = (time: string | undefined) => new Date(time ?? '').toISOString();

test.each(FORMATS)('an article written as %s reads back with the same fields', (format) => {
  const article = buildOutgoing();
  const item = read(article, format);
  expect(item).toMatchObject({
    uri: article.guid,
    version: 3,
    type: 'text',
    pubstatus: 'usable',
    language: 'en',
    headline: article.headline,
    abstract: article.deck,
    credit: article.credit,
    located: expect.stringMatching(/^velten$/i),
    urgency: 3,
    usageterms: article.rights.terms,
    copyrightholder: article.publisher,
  });
  expect(item.byline).toBe(article.byline);
  expect(at(item.versioncreated)).toBe(article.versionCreated.toISOString());
  expect(item.ednote).toContain(article.note);
  const names = item.subject.map(({ name }) => name);
  expect(names).toContain('Shipping');
  expect(item.subject.map(({ code }) => code)).toContainEqual(expect.stringContaining('20000337'));
  expect(item.media).toMatchObject([
    {
      href: article.pictures[0]?.url,
      type: 'image/jpeg',
      width: 1280,
      height: 853,
      credit: article.pictures[0]?.credit,
    },
  ]);
  expect(item.media[0]?.caption).toBe(article.pictures[0]?.caption);
});

test.each(FORMATS)(
  'the text written as %s reads back word for word, in the same kinds of blocks',
  (format) => {
    const item = read(buildOutgoing(), format);
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(words(toText(item.body))).toBe(words(toText(FULL_BODY)));
    const kinds = item.body.content.map(({ type }) => type).filter((type) => type !== 'figure');
    expect(kinds).toEqual(FULL_BODY.content.map(({ type }) => type).filter((type) => type !== 'figure'));
  },
);

test('what a version is stands in the signal where the format has one', () => {
  const signals = (changed: Parameters<typeof buildOutgoing>[0], format: (typeof FORMATS)[number]) =>
    read(buildOutgoing(changed), format).signal ?? [];
  expect(signals({}, 'newsml-g2')).toEqual(['sig:correction']);
  expect(signals({}, 'nitf')).toEqual(['sig:correction']);
  expect(signals({ signal: 'update', note: '' }, 'newsml-g2')).toEqual(['sig:update']);
  expect(signals({ signal: undefined, note: '' }, 'newsml-g2')).toEqual([]);
  expect(read(buildOutgoing(), 'ninjs').ednote).toMatch(/^Correction: /);
});

test.each(FORMATS)(
  'a stop written as %s is canceled or withheld and holds no word of the article',
  (format) => {
    expect(read(buildStop(), format)).toMatchObject({
      uri: buildStop().guid,
      version: 4,
      pubstatus: 'canceled',
    });
    const held = read(buildStop({ status: 'withheld' }), format);
    expect(held).toMatchObject({ pubstatus: 'withheld', body: { content: [] }, media: [] });
    expect(held.headline).toBeUndefined();
  },
);

test.each(FORMATS)('several articles written as %s read back as so many', (format) => {
  const items = [
    buildOutgoing(),
    buildOutgoing({ id: 8, guid: 'tag:paper.example,2026:article/8' }),
    buildStop(),
  ];
  const read = parsed(writeList(items, format, message), format);
  expect(read.map(({ uri }) => uri)).toEqual(items.map(({ guid }) => guid));
});

test.each(FORMATS)(
  'an article for a partner with short texts has none as %s, but its deck and address',
  (format) => {
    const written = writeOne(buildOutgoing({ body: undefined }), format, message);
    expect(written).toContain(buildOutgoing().url);
    const item = read(buildOutgoing({ body: undefined }), format);
    expect(toText(item.body)).toBe('');
    expect(item.abstract).toBe(buildOutgoing().deck);
  },
);

test.each(['newsml-g2', 'nitf'] as const)('characters that no XML may hold are left away as %s', (format) => {
  const item = read(buildOutgoing({ headline: 'Fog\u0000 closes\uffff it' }), format);
  expect(item.headline).toBe('Fog closes it');
});

test('Atom and RSS hold the whole text, and Atom the stops (RFC 6721)', () => {
  const items = [buildOutgoing(), buildStop({ guid: 'tag:paper.example,2026:article/9' })];
  const atom = writeList(items, 'atom', message);
  expect(parseAtomFeed(atom).entries).toMatchObject([
    { id: buildOutgoing().guid, content: { value: expect.stringContaining('<h2>What happens now</h2>') } },
  ]);
  expect(atom).toMatch(/<at:deleted-entry [^>]*ref="tag:paper.example,2026:article\/9"/);
  const rss = writeList(items, 'rss', message);
  const [item, ...more] = parseRssFeed(rss).items ?? [];
  expect(more).toEqual([]);
  expect(item?.content?.encoded).toContain('<pre>one&#10;  two</pre>');
  expect(item?.dc?.sources).toEqual([buildOutgoing().credit]);
});

test('short texts leave the content of feeds away', () => {
  const short = [buildOutgoing({ body: undefined })];
  expect(parseRssFeed(writeList(short, 'rss', message)).items?.[0]).not.toHaveProperty('content');
  expect(parseAtomFeed(writeList(short, 'atom', message)).entries?.[0]).not.toHaveProperty('content');
});
