import { expect, it } from 'vitest';
import { toHtml } from '#document/to-html.ts';
import { parseMessage } from './parse-message.ts';

const parse = (xml: string) => parseMessage(new TextEncoder().encode(xml)).items;
const feed = (entry: string, head = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://h.example/a/" xml:lang="de">${head}<entry>${entry}</entry></feed>`;

it('reads an Atom 1.0 entry with relative addresses and inherited author', () => {
  const [item] = parse(
    feed(
      '<id>tag:h.example,2026:1</id><title type="html">One &lt;b&gt;two&lt;/b&gt;</title><link href="one"/><updated>2026-03-24T10:05:00+09:00</updated><published>2026-03-24T09:00:00+09:00</published><category term="sea" label="Sea"/><summary>Short</summary><content type="xhtml" xml:base="b/"><div xmlns="http://www.w3.org/1999/xhtml"><p>Copy <a href="x">x</a></p></div></content>',
      '<author><name>Jo Doe</name></author>',
    ),
  );
  expect(item).toMatchObject({
    uri: 'tag:h.example,2026:1',
    headline: 'One two',
    language: 'de',
    byline: 'Jo Doe',
    abstract: 'Short',
    versioncreated: '2026-03-24T10:05:00+09:00',
    firstcreated: '2026-03-24T09:00:00+09:00',
    subject: [{ code: 'sea', name: 'Sea' }],
    links: [{ href: 'https://h.example/a/one', rel: 'alternate' }],
  });
  expect(item && toHtml(item.body)).toBe('<p>Copy <a href="https://h.example/a/b/x">x</a></p>');
});

it('takes text as text: markup in it is words', () => {
  const [item] = parse(
    feed('<id>1</id><title>a &lt;b&gt; c</title><content>x &lt;i&gt;y&lt;/i&gt;</content>'),
  );
  expect(item?.headline).toBe('a <b> c');
  expect(item && toHtml(item.body)).toBe('<p>x &lt;i&gt;y&lt;/i&gt;</p>');
});

it('reads Atom 0.3 with its modes and names', () => {
  const [item] = parse(
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>1</id><title mode="escaped" type="text/html">A &lt;i&gt;b&lt;/i&gt;</title><issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified><content mode="base64" type="text/html">PHA+SGk8L3A+</content></entry></feed>',
  );
  expect(item).toMatchObject({
    headline: 'A b',
    firstcreated: '2004-01-01T00:00:00Z',
    versioncreated: '2004-01-02T00:00:00Z',
  });
  expect(item && toHtml(item.body)).toBe('<p>Hi</p>');
});
