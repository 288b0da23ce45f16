import { describe, expect, it } from 'vitest';
import { toText } from '#document/to-text.ts';
import { disguise, latin1, utf16 } from '../testing/disguise.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);

function only(xml: string | Uint8Array): WireItem {
  const { items } = parseMessage(typeof xml === 'string' ? encode(xml) : xml);
  expect(items).toHaveLength(1);
  return items[0] as WireItem;
}

type Parts = {
  metas?: string;
  status?: string;
  docdata?: string;
  issue?: string;
  regsrc?: string;
  tobject?: string;
  hedline?: string;
  bodyHead?: string;
  content?: string;
  end?: string;
};

const CONTENT =
  '<block><p>SKARN (Nordwire) - The board closed the pier on Tuesday.</p><p>It opens in June.</p></block>';
const BODY = 'SKARN (Nordwire) - The board closed the pier on Tuesday.\n\nIt opens in June.';

const nitf = (parts: Parts = {}): string => `<nitf xml:lang="en-GB" version="-//IPTC//DTD NITF 3.4//EN">
<head><title>pier-closed</title>${parts.metas ?? ''}
<tobject tobject.type="news">${parts.tobject ?? ''}</tobject>
<docdata management-status="${parts.status ?? 'usable'}"><doc-id regsrc="${parts.regsrc ?? 'Nordwire'}" id-string="nw.20310504.17"/><urgency ed-urg="4"/>
<date.issue norm="${parts.issue ?? '20310504T101500Z'}"/>${parts.docdata ?? ''}<doc.copyright holder="Nordwire AS" year="2031"/></docdata>
<pubdata type="print" date.publication="20310504T101500Z"/></head>
<body><body.head>${parts.hedline ?? '<hedline><hl1>Pier at Skarn is closed</hl1></hedline>'}${parts.bodyHead ?? '<byline>By <person>Ann Berg</person><byttl>Harbour Writer</byttl></byline><distributor>Nordwire</distributor><dateline><location><city>Skarn</city>, <country>Norre</country></location><story.date>4 May</story.date></dateline>'}</body.head>
<body.content>${parts.content ?? CONTENT}</body.content><body.end>${parts.end ?? ''}</body.end></body></nitf>`;

describe('NITF', () => {
  it('gives identity, times, headline, byline without the title, place, credit, holder and the copy', () => {
    const item = only(nitf());
    expect(item).toMatchObject({
      uri: 'nw.20310504.17',
      type: 'text',
      language: 'en-GB',
      headline: 'Pier at Skarn is closed',
      byline: 'By Ann Berg',
      located: 'Skarn',
      credit: 'Nordwire',
      urgency: 4,
      pubstatus: 'usable',
      versioncreated: '2031-05-04T10:15:00Z',
      copyrightholder: 'Nordwire AS',
    });
    expect(toText(item.body)).toBe(BODY);
  });

  it.each([
    [
      'a namespace, a prefix, comments and line ends',
      disguise(nitf(), 'http://iptc.org/std/NITF/2006-10-18/'),
    ],
    ['UTF-16', utf16(nitf())],
    ['ISO 8859-1', latin1(nitf())],
    ['a document type', `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">${nitf()}`],
    ['an envelope of the sender', `<feed-batch><document>${nitf()}</document></feed-batch>`],
    ['a comment before it', `<!-- 17 of 40 -->\n${nitf()}`],
  ])('reads the same out of %s', (_, disguised) => {
    const item = only(disguised);
    const { body, notes, ...fields } = only(nitf());
    expect(item).toMatchObject(fields);
    expect(toText(item.body)).toBe(toText(body));
  });

  it.each([
    ['usable', '', { pubstatus: 'usable' }],
    ['withheld', '', { pubstatus: 'withheld' }],
    ['canceled', '', { pubstatus: 'canceled' }],
    ['sent-back', '', { pubstatus: 'withheld' }],
    ['embargoed', '', { pubstatus: 'usable', embargoed: 'indefinite' }],
    ['embargoed', '<date.release norm="20310505T000100+0100"/>', { embargoed: '2031-05-05T00:01:00+01:00' }],
    [
      'usable',
      '<date.release norm="20310506T060000Z"/>',
      { pubstatus: 'usable', embargoed: '2031-05-06T06:00:00Z' },
    ],
  ])('keeps the status %s %s', (status, docdata, expected) => {
    expect(only(nitf({ status, docdata }))).toMatchObject(expected);
  });

  it('holds nothing back for a release at the time of issue', () => {
    expect(only(nitf({ docdata: '<date.release norm="20310504T101500Z"/>' })).embargoed).toBeUndefined();
  });

  it('keeps the key that the documents of one story share, its version and its words as the slug', () => {
    const item = only(
      nitf({ docdata: '<du-key generation="2" part="1" version="3" key="skarn-pier closed"/>' }),
    );
    expect(item).toMatchObject({
      version: 3,
      slugline: 'skarn-pier closed',
      links: [{ rel: 'du-key', href: 'du-key:skarn-pier closed' }],
    });
  });

  it('says that a document corrects another', () => {
    const item = only(
      nitf({
        docdata: '<correction id-string="urn:newsml:x:20310503:7" info="wrong day" regsrc="Nordwire"/>',
      }),
    );
    expect(item).toMatchObject({ signal: ['sig:correction'], ednote: 'wrong day' });
    expect(item.links).toEqual([{ rel: 'correction', href: 'urn:newsml:x:20310503:7' }]);
  });

  it('keeps messages to editors, unpublishable notes and the signature out of everything that a reader sees', () => {
    const item = only(
      nitf({
        docdata: '<ed-msg msg-type="note" info="Eds: new lede to follow"/><ed-msg>second message</ed-msg>',
        bodyHead:
          '<note><body.content><p>head note</p></body.content></note><distributor>Nordwire</distributor>',
        content: `${CONTENT}<note type="npa"><p>advisory words</p></note><note noteclass="editorsnote">check the day</note>`,
        end: '<tagline>ab-cd/ef</tagline>',
      }),
    );
    const secrets = [
      'Eds: new lede to follow',
      'second message',
      'head note',
      'advisory words',
      'check the day',
      'ab-cd/ef',
    ];
    for (const secret of secrets) expect(item.ednote).toContain(secret);
    const seen = JSON.stringify({ ...item, ednote: '' });
    for (const secret of secrets) expect(seen).not.toContain(secret);
    expect(toText(item.body)).toBe(BODY);
  });

  it('reads subjects of each level that is named, classifiers, people and keywords', () => {
    const item = only(
      nitf({
        tobject:
          '<tobject.subject tobject.subject.refnum="04015001" tobject.subject.type="Economy" tobject.subject.matter="Transport" tobject.subject.detail="Port"/>',
        docdata:
          '<identified-content><classifier type="medtop" value="medtop:20000337"/><person>Ann Berg</person></identified-content><key-list><keyword key="pier"/><keyword key="harbour"/></key-list>',
      }),
    );
    expect(item.subject).toEqual([
      { code: '04015001', name: 'Port' },
      { code: '04000000', name: 'Economy' },
      { code: '04015000', name: 'Transport' },
      { code: 'medtop:20000337', name: 'medtop:20000337' },
      { name: 'Ann Berg' },
    ]);
    expect(item.keywords).toEqual(['pier', 'harbour']);
  });

  it('reads headings, lists, tables, quotations and notes for readers in the copy', () => {
    const item = only(
      nitf({
        content:
          '<p lede="true">One <em>two</em> <org>Port <alt-code idsrc="x" value="y"/>Board</org>.</p><hl2>Why</hl2><ul><li>a</li></ul><table><tr><th>h</th><th>i</th></tr><tr><td>d</td><td>e</td></tr></table><bq><block><p>Said.</p></block><credit>Berg</credit></bq><note noteclass="cpyrt"><body.content><p>Figures by the board.</p></body.content></note><hr/><pre>a  b</pre>',
      }),
    );
    expect(item.body.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'bulletList',
      'table',
      'blockquote',
      'blockquote',
      'horizontalRule',
      'preformatted',
    ]);
    expect(toText(item.body)).toContain('One two Port Board.');
  });

  it('gives pictures in their largest size, apart from the copy', () => {
    const item = only(
      nitf({
        content: `<media media-type="image"><media-reference name="thumb" source="https://nw.example/s.jpg" width="90" height="60"/><media-reference mime-type="image/jpeg" source="https://nw.example/l.jpg" width="1800" height="1200" alternate-text="A pier"/><media-caption><p>The pier.</p></media-caption><media-producer>A. Berg</media-producer></media>${CONTENT}`,
      }),
    );
    expect(item.media).toEqual([
      {
        href: 'https://nw.example/l.jpg',
        type: 'image/jpeg',
        width: 1800,
        height: 1200,
        alt: 'A pier',
        caption: 'The pier.',
        credit: 'A. Berg',
      },
    ]);
    expect(toText(item.body)).toBe(BODY);
  });

  it('takes the title where there is no headline, and the second line of a headline as the deck', () => {
    expect(only(nitf({ hedline: ' ' })).headline).toBe('pier-closed');
    expect(only(nitf({ hedline: '<hedline><hl1>One</hl1><hl2>Two</hl2></hedline>' }))).toMatchObject({
      headline: 'One',
      abstract: 'Two',
    });
  });

  it('reads each of several documents in one envelope', () => {
    const { items } = parseMessage(encode(`<batch>${nitf()}${nitf()}</batch>`));
    expect(items.map(({ uri }) => uri)).toEqual(['nw.20310504.17', 'nw.20310504.17']);
  });
});

describe('dialects of NITF', () => {
  it('reads NTB: slug, first paragraph as the deck too, times of Oslo', () => {
    const item = only(
      nitf({
        regsrc: 'NTB',
        issue: '2031-05-04T10:15:00',
        metas: '<meta name="NTBStikkord" content="havn-stengt"/><meta name="NTBPrioritet" content="5"/>',
        content: '<p lede="true" class="lead">Kaien er stengt.</p><p class="txt-ind">Den åpner i juni.</p>',
      }),
    );
    expect(item).toMatchObject({
      slugline: 'havn-stengt',
      abstract: 'Kaien er stengt.',
      versioncreated: '2031-05-04T10:15:00+02:00',
    });
    expect(toText(item.body)).toBe('Kaien er stengt.\n\nDen åpner i juni.');
  });

  it('reads PA: the numbered title as the slug, and no "end" after the copy', () => {
    const item = only(
      nitf({
        regsrc: 'PA',
        hedline: ' ',
        content: `${CONTENT}<p>end</p>`,
        docdata: '<ed-msg info="Embargoed to 0001 Wednesday"/>',
      }).replace('pier-closed', '3 HARBOUR Pier'),
    );
    expect(item).toMatchObject({ slugline: 'HARBOUR Pier', headline: 'HARBOUR Pier' });
    expect(toText(item.body)).toBe(BODY);
  });

  it('reads ANSA: no mark before the headline, category and priority from meta elements', () => {
    const item = only(
      nitf({
        bodyHead: '<distributor><org>ANSA</org></distributor>',
        hedline: '<hedline><hl1>&gt;&gt;&gt;ANSA/Chiuso il molo</hl1></hedline>',
        metas:
          '<meta name="keyword" content="&gt;&gt;&gt;ANSA/molo"/><meta name="category_iptc" content="04015001"/>',
      }),
    );
    expect(item).toMatchObject({ headline: 'Chiuso il molo', slugline: 'molo', credit: 'ANSA' });
    expect(item.subject).toContainEqual({ code: '04015001' });
  });

  it('reads EFE: the first keyword as the slug, the place of the event as the place', () => {
    const item = only(
      nitf({
        regsrc: 'EFE',
        bodyHead: ' ',
        docdata: '<evloc city="Bilbao" iso-cc="ES"/><key-list><keyword key="PUERTO CIERRE"/></key-list>',
        content: '<p>El puerto cierra el martes.</p>',
      }),
    );
    expect(item).toMatchObject({ slugline: 'PUERTO CIERRE', located: 'Bilbao', credit: 'EFE' });
  });

  it('reads AP: the slug without its prefix and not the older headline', () => {
    const item = only(
      nitf({
        regsrc: 'AP',
        bodyHead: ' ',
        metas: '<meta name="slug" content="BC-EU--Skarn-Pier"/>',
        hedline:
          '<hedline><hl1 id="headline">Pier closed</hl1><hl2 id="originalHeadline">Pier shut, board says</hl2></hedline>',
      }),
    );
    expect(item).toMatchObject({ slugline: 'EU--Skarn-Pier', headline: 'Pier closed', credit: 'AP' });
    expect(item.abstract).toBeUndefined();
  });

  it("reads Ritzau's own XML, and keeps its line to editors apart", () => {
    const item = only(
      '<RBNews xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://tempuri.org/"><IPTCList xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"><a:int>04015001</a:int></IPTCList><NewsID>9a-1</NewsID><Priority>4</Priority><PublishDate>2031-05-04T10:15:00</PublishDate><TilRedaktionen>&lt;p&gt;Ring f&#248;rst&lt;/p&gt;</TilRedaktionen><content>&lt;p&gt;Molen er lukket.&lt;/p&gt;&lt;p&gt;Den &#229;bner i juni.&lt;/p&gt;</content><headline>Molen er lukket for alle</headline><origin>/ritzau/</origin><strapline>havn/mole</strapline><subtitle>Havnen siger hvorfor</subtitle><version>2</version></RBNews>',
    );
    expect(item).toMatchObject({
      uri: '9a-1',
      version: 2,
      urgency: 4,
      headline: 'Molen er lukket for alle',
      abstract: 'Havnen siger hvorfor',
      versioncreated: '2031-05-04T10:15:00+02:00',
      ednote: 'Ring først',
      keywords: ['havn', 'mole'],
      subject: [{ code: '04015001' }],
    });
    expect(toText(item.body)).toBe('Molen er lukket.\n\nDen åbner i juni.');
  });
});
