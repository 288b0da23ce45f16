import { describe, expect, it } from 'vitest';
import { toHtml } from '#document/to-html.ts';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

const parse = (xml: string): WireItem[] => parseMessage(new TextEncoder().encode(xml)).items;

const item = (parts: {
  meta?: string;
  content?: string;
  set?: string;
  attributes?: string;
  prefix?: string;
}): string => `<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sender>nordwire.example</sender></header><itemSet>
<newsItem guid="urn:newsml:nordwire.example:20260324:ferry" version="3" standard="NewsML-G2" standardversion="2.35" xml:lang="EN-gb" ${parts.attributes ?? ''}>
<rightsInfo><copyrightHolder literal="x"><name>Nordwire</name></copyrightHolder><usageTerms>Not for archives</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Nordwire</name></provider>
<versionCreated>2026-03-24T10:05:00+09:00</versionCreated><firstCreated>2026-03-24T09:00:00+09:00</firstCreated>${parts.meta ?? '<pubStatus qcode="stat:usable"/>'}</itemMeta>
<contentMeta><urgency>4</urgency><slugline>ferry-fire</slugline><headline>Ferry fire put out off Pohang</headline><by>By Jo Doe</by><creditline>Nordwire</creditline>
<subject qcode="medtop:20000139"><name>accident</name></subject>${parts.content ?? '<dateline>POHANG, March 24 (Nordwire) --</dateline>'}</contentMeta>
<contentSet>${parts.set ?? ''}</contentSet></newsItem></itemSet></newsMessage>`;

const xhtml = (body: string): string =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${body}</body></html></inlineXML>`;

describe('NewsML-G2', () => {
  it('reads the fields of a news item', () => {
    const [found] = parse(item({ set: xhtml('<p>The fire was out by noon.</p>') }));
    expect(found).toMatchObject({
      uri: 'urn:newsml:nordwire.example:20260324:ferry',
      version: 3,
      type: 'text',
      language: 'en-gb',
      headline: 'Ferry fire put out off Pohang',
      slugline: 'ferry-fire',
      byline: 'By Jo Doe',
      credit: 'Nordwire',
      located: 'POHANG',
      urgency: 4,
      pubstatus: 'usable',
      versioncreated: '2026-03-24T10:05:00+09:00',
      firstcreated: '2026-03-24T09:00:00+09:00',
      subject: [{ code: 'medtop:20000139', name: 'accident' }],
      usageterms: 'Not for archives',
      copyrightholder: 'Nordwire',
    });
    expect(found?.embargoed).toBeUndefined();
  });

  it('reads an empty embargo as one without an end, and keeps withheld and canceled', () => {
    expect(parse(item({ meta: '<embargoed/><pubStatus qcode="stat:withheld"/>' }))[0]).toMatchObject({
      embargoed: 'indefinite',
      pubstatus: 'withheld',
    });
    expect(
      parse(item({ meta: '<embargoed>2026-03-25T00:00:00Z</embargoed><pubStatus qcode="x:cancelled"/>' }))[0],
    ).toMatchObject({
      embargoed: '2026-03-25T00:00:00Z',
      pubstatus: 'canceled',
    });
    expect(parse(item({ meta: '<pubStatus qcode="stat:someday"/>' }))[0]?.pubstatus).toBe('withheld');
  });

  it('keeps notes to editors out of everything that a reader sees', () => {
    const [found] = parse(
      item({
        meta: '<edNote role="x:contact">Call +00 1 secretnumber</edNote><signal qcode="sig:correction"/>',
        set: xhtml(
          '<header><h1>Ferry fire put out off Pohang</h1></header><p>Copy.</p><p>EDITORS: secretslug follows</p><section class="notepad"><h3>Notizblock</h3><p>secretpad</p></section><h2>Redaktionelle Hinweise</h2><p>secretend</p>',
        ),
      }),
    );
    const { ednote = '', ...open } = found ?? {};
    expect(JSON.stringify(open)).not.toContain('secret');
    for (const word of ['secretnumber', 'secretslug', 'secretpad', 'secretend'])
      expect(ednote).toContain(word);
    expect(found?.signal).toEqual(['sig:correction']);
  });

  it('reads NITF within, under any prefix, without its pictures and messages to editors', () => {
    const nitf = `<inlineXML contenttype="application/nitf+xml"><n:nitf xmlns:n="urn:nitf"><n:head><n:docdata><n:ed-msg info="hold secret"/></n:docdata></n:head><n:body><n:body.head><n:hedline><n:hl1>H</n:hl1></n:hedline></n:body.head>
      <n:body.content><n:block><n:p>One <n:em>two</n:em>.</n:p><n:hl2>Sub</n:hl2><n:media><n:media-caption>cap</n:media-caption></n:media><n:p>Three.</n:p></n:block></n:body.content></n:body></n:nitf></inlineXML>`;
    const [found] = parse(item({ set: nitf }));
    expect(found && toHtml(found.body)).toBe('<p>One <em>two</em>.</p>\n<h3>Sub</h3>\n<p>Three.</p>');
    expect(found?.ednote).toBe('hold secret');
  });

  it('reads inline data as plain text and as escaped HTML', () => {
    const plain = parse(item({ set: '<inlineData contenttype="text/plain">One.\n\nTwo.</inlineData>' }))[0];
    expect(plain && toText(plain.body)).toBe('One.\n\nTwo.');
    const html = parse(
      item({
        set: '<inlineData contenttype="text/html">&lt;p&gt;One.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</inlineData>',
      }),
    )[0];
    expect(html && toHtml(html.body)).toBe('<p>One.</p>');
  });

  it('reads renditions of a picture with caption and rights', () => {
    const [found] = parse(
      item({
        content: '<description role="drol:caption">A ferry</description>',
        set: '<remoteContent href="https://pix.example/1.jpg" contenttype="image/jpeg" width="800" height="600"/>',
      }),
    );
    expect(found?.media).toEqual([
      {
        href: 'https://pix.example/1.jpg',
        type: 'image/jpeg',
        width: 800,
        height: 600,
        caption: 'A ferry',
        credit: 'Nordwire',
        rights: 'Not for archives',
      },
    ]);
  });

  it('reads a package as a composite that links to its items', () => {
    const [found] = parse(
      '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:p" version="1"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta><contentMeta><headline>Top</headline></contentMeta><groupSet root="r"><group id="r" role="x"><itemRef href="https://wire.example/1" residref="a"><title>One</title></itemRef></group></groupSet></packageItem>',
    );
    expect(found).toMatchObject({
      type: 'composite',
      headline: 'Top',
      links: [{ href: 'https://wire.example/1', rel: 'item', title: 'One' }],
    });
  });

  it('links what a package refers to by its name, and by its address where it has none', () => {
    const [found] = parse(
      '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:p" version="1"><itemMeta/><contentMeta><headline>H</headline></contentMeta><groupSet root="g"><group id="g" role="group:main"><itemRef residref="tag:nordwire.example,2031:7" contenttype="application/vnd.iptc.g2.newsitem+xml"><title>One</title></itemRef><itemRef residref="8" href="https://nordwire.example/8"/></group></groupSet></packageItem>',
    );
    expect(found).toMatchObject({ type: 'composite', headline: 'H' });
    expect(found?.links.map(({ rel, href }) => [rel, href])).toEqual([
      ['item', 'tag:nordwire.example,2031:7'],
      ['item', 'https://nordwire.example/8'],
    ]);
  });

  it('takes headline and copy in the language of the item where they come in several', () => {
    const two = (tag: string, words: string): string =>
      `<inlineXML xml:lang="${tag}"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${words}</p></body></html></inlineXML>`;
    const [found] = parse(
      item({
        content: '<language tag="fi"/><headline xml:lang="fi">Suomeksi</headline>',
        set: two('sv', 'På svenska.') + two('fi', 'Suomeksi näin.'),
      }).replace('<headline>Ferry', '<headline xml:lang="sv">Ferry'),
    );
    expect(found).toMatchObject({ language: 'fi', headline: 'Suomeksi' });
    expect(toText(found?.body ?? { type: 'doc', content: [] })).toBe('Suomeksi näin.');
  });

  it.each([
    [
      'Base64',
      `<inlineData contenttype="text/plain" encoding="base64">${Buffer.from('Eins à.\n\nZwei.').toString('base64')}</inlineData>`,
    ],
    ['a page of text without elements', xhtml('Eins à.\n\nZwei.')],
    [
      'HTML in CDATA',
      '<inlineData contenttype="text/html"><![CDATA[<p>Eins à.</p><p>Zwei.</p>]]></inlineData>',
    ],
  ])('reads a body in %s', (_, set) => {
    const [found] = parse(item({ set }));
    expect(toText(found?.body ?? { type: 'doc', content: [] })).toBe('Eins à.\n\nZwei.');
  });

  it('holds copy back that only a note to editors says is embargoed', () => {
    const note = (words: string): string => `<pubStatus qcode="stat:usable"/><edNote>${words}</edNote>`;
    expect(parse(item({ meta: note('EMBARGOED until 0001 GMT 26 March 2026') }))[0]?.embargoed).toBe(
      '2026-03-26T00:01:00Z',
    );
    expect(parse(item({ meta: note('Strictly embargoed: see cover note') }))[0]?.embargoed).toBe(
      'indefinite',
    );
    expect(parse(item({ meta: note('Adds quote on the oil embargo') }))[0]?.embargoed).toBeUndefined();
  });

  it('reads times without a zone as those of the city of an agency that is known to send such', () => {
    const local = item({ meta: '<pubStatus qcode="stat:usable"/>' })
      .replaceAll('Nordwire</name></provider>', 'STT</name></provider>')
      .replaceAll('+09:00', '');
    expect(parse(local)[0]?.versioncreated).toBe('2026-03-24T10:05:00+02:00');
  });
});
