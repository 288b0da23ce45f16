import { describe, expect, it } from 'vitest';
import { toHtml } from '#document/to-html.ts';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

const channel = (items: string, head = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Times</title><link>https://harbour.example/</link>${head}${items}</channel></rss>`;
const parse = (xml: string, url?: string): WireItem[] =>
  parseMessage(new TextEncoder().encode(xml), { url }).items;
const one = (inner: string, head = ''): WireItem => {
  const [item] = parse(channel(`<item>${inner}</item>`, head));
  if (item === undefined) throw new Error('no item');
  return item;
};

describe('RSS', () => {
  it('reads the fields of an item and keeps the offset of its date', () => {
    const item = one(
      `<title>Ferry &amp;amp; fire</title><link>https://harbour.example/1</link><guid isPermaLink="false">h-1</guid><pubDate>Wed, 25 Mar 2015 19:00:00 +0900</pubDate>
       <dc:creator>Jo Doe</dc:creator><category>Sea</category><description>Short.</description><content:encoded><![CDATA[<p>Long <a href="/x">text</a>.</p>]]></content:encoded>
       <media:content url="https://pix.example/1.jpg" medium="image"><media:description>A ferry</media:description><media:credit>Pix</media:credit></media:content>`,
      '<language>en-US</language>',
    );
    expect(item).toMatchObject({
      uri: 'h-1',
      headline: 'Ferry & fire',
      byline: 'Jo Doe',
      language: 'en-US',
      abstract: 'Short.',
      firstcreated: '2015-03-25T19:00:00+09:00',
      versioncreated: '2015-03-25T19:00:00+09:00',
      subject: [{ name: 'Sea' }],
      links: [{ href: 'https://harbour.example/1', rel: 'alternate' }],
      media: [{ href: 'https://pix.example/1.jpg', caption: 'A ferry', credit: 'Pix' }],
    });
    expect(toHtml(item.body)).toBe('<p>Long <a href="https://harbour.example/x">text</a>.</p>');
    expect(item.credit).toBeUndefined();
  });

  it('reads HTML that was escaped once, twice or not at all', () => {
    for (const description of [
      '&lt;p&gt;A &amp;amp; B&lt;/p&gt;',
      '&amp;lt;p&amp;gt;A &amp;amp;amp; B&amp;lt;/p&amp;gt;',
      '<![CDATA[<p>A &amp; B</p>]]>',
      '<p>A &amp; B</p>',
      'A &amp; B',
    ]) {
      expect(toText(one(`<description>${description}</description>`).body)).toBe('A & B');
    }
  });

  it('takes a permanent guid for a link, and a link for an identifier', () => {
    expect(one('<guid>https://harbour.example/2</guid>').links).toEqual([
      { href: 'https://harbour.example/2', rel: 'alternate' },
    ]);
    expect(one('<link>https://harbour.example/3</link>').uri).toBe('https://harbour.example/3');
    expect(one('<title>Only this</title>').uri).toMatch(/^urn:sha256:[0-9a-f]{64}$/);
  });

  it('reads a date without zone as UTC and says so', () => {
    const item = one('<pubDate>25 Mar 2015 19:00</pubDate>');
    expect(item.firstcreated).toBe('2015-03-25T19:00:00Z');
    expect(item.notes).toContain('The pubDate had no time zone; it was read as UTC.');
    expect(one('<pubDate>soon</pubDate>').notes).toContain('The pubDate "soon" could not be read as a date.');
  });

  it('reads RSS 1.0, where items stand beside the channel', () => {
    const [item] = parse(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>c</title></channel><item rdf:about="https://h.example/1"><title>One</title><dc:date>2026-03-24</dc:date></item></rdf:RDF>',
    );
    expect(item).toMatchObject({
      uri: 'https://h.example/1',
      headline: 'One',
      firstcreated: '2026-03-24T00:00:00Z',
    });
  });

  it('reads a feed that is not well-formed as far as it goes, with a note', () => {
    const items = parse(
      '<rss><channel><item><title>A & B</title><p></item><item><title>C &eacute;&nbsp;D</title></item>',
    );
    expect(items.map((item) => item.headline)).toEqual(['A & B', 'C é D']);
    expect(items[0]?.notes[0]).toContain('not well-formed');
  });

  it('takes nothing from an empty feed and refuses what is no feed', () => {
    expect(parse('<rss version="2.0"><channel><title>t</title></channel></rss>')).toEqual([]);
    expect(() => parse('<invoice><total>1</total></invoice>')).toThrow('begins with the element <invoice>');
  });
});
