import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSchema } from '#document/document.schema.ts';
import { AppError } from '#lib/errors.ts';
import { WIRE_FORMATS, type WireFormat } from '../wire-item.schema.ts';
import { parseDate } from './date.parse.ts';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

const SAMPLES = [
  '<?xml version="1.0" encoding="utf-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:1" version="1"><itemMeta><versionCreated>2026-03-24T10:05:00+09:00</versionCreated><embargoed/><edNote>n</edNote></itemMeta><contentMeta><headline>H</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>a</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>',
  '{"uri":"urn:x:1","headline":"H","versioncreated":"2026-03-24T10:05:00Z","bodies":[{"contentType":"text/html","value":"<p>a</p>"}],"associations":{"a":{"uri":"x"}}}',
  '<rss version="2.0"><channel><link>https://h.example/</link><item><title>H</title><guid>1</guid><pubDate>Wed, 25 Mar 2015 19:00:00 +0900</pubDate><description>&lt;p&gt;a&lt;/p&gt;</description></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="html">H</title><link href="x"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a</div></content></entry></feed>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="1"><title>H</title></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"H","content_html":"<p>a</p>","date_published":"2026-03-24T10:05:00Z"}]}',
  '<!doctype html><html lang="en"><head><title>H</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"H"}</script></head><body><article><h1>H</h1><p>A sentence, long enough to count as one.</p></article></body></html>',
  '\u0001bdt0123 4 pl 212  dpa 0456\r\n\r\nStadt/Hafen/\r\n(Zusammenfassung)\r\nHafen öffnet =\r\n\u0002Kiel (dpa) - Der Hafen \u001b(K}ber\u001b(B ist offen.\r\n# Notizblock\r\n\u0003\r\n041230 Mär 15\r\n\u0004',
  "\u0016\u0016\u0001a0555\u001f-----\r\nu w \u0013\u0011 PM-Budget 03-04 0050\r\n\u0002^PM-Budget, 1st Ld,0040<\r\n^Eds: note.<\r\n^By JO DOE=\r\n\t   PLACE (AP) _ ``A text.''\r\n^;W;L;Pct\r\nA;1;2;.5\r\n\u0003AP-NY-03-04-15 0234EST<\r\n\u0004",
  'From: Jo Doe <jo@h.example>\r\nSubject: =?utf-8?Q?H=C3=A4?= EMBARGOED until 0001 GMT 5 March\r\nDate: Wed, 4 Mar 2015 09:15:00 +0100\r\nMessage-ID: <1@h.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=3Db\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>a</p><p>b</p>\r\n--c--\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b\r\nSubject: x\r\nDate: y\r\n\r\nz\r\n--b--\r\n',
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Z:20260704T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\nSUMMARY:H\r\nDESCRIPTION:a\\nb\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><conceptItem guid="urn:x:1" version="1"><concept><conceptId qcode="e:1"/><name>H</name><eventDetails><dates><start>2026-05-22T10:00:00Z</start><duration>PT2H</duration><rRule freq="W"/></dates><location><name>Hall</name></location></eventDetails></concept></conceptItem><planningItem guid="urn:x:2"><newsCoverageSet><newsCoverage><planning><scheduled>2026-05-22</scheduled></planning></newsCoverage></newsCoverageSet></planningItem></itemSet></newsMessage>',
  '<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope><SentFrom><Party FormalName="AFP"/></SentFrom></NewsEnvelope><NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>20260324T100500Z</DateId><NewsItemId>A1</NewsItemId><RevisionId PreviousRevision="1" Update="U">2</RevisionId><PublicIdentifier>urn:newsml:afp.com:20260324T100500Z:A1:2U</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20260324T100500</FirstCreated><Status FormalName="Embargoed"/><StatusWillChange><DateAndTime>20260325T100500Z</DateAndTime></StatusWillChange></NewsManagement><NewsComponent EquivalentsList="yes"><NewsLines><HeadLine>H</HeadLine></NewsLines><NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content><p>a</p></body.content></body></nitf></DataContent></ContentItem><ContentItem Href="https://h.example/a.jpg"><Encoding Notation="base64"><DataContent>YQ==</DataContent></Encoding></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>',
  '<nitf><head><meta name="NTBStikkord" content="s"/><tobject><tobject.subject tobject.subject.refnum="04015001" tobject.subject.type="t"/></tobject><docdata management-status="embargoed"><doc-id regsrc="NTB" id-string="1"/><date.issue norm="20260324T100500"/><date.release norm="20260325T100500Z"/><du-key key="k" version="2"/><ed-msg info="n"/></docdata></head><body><body.head><hedline><hl1>H</hl1></hedline><byline>By A<byttl>B</byttl></byline><note><body.content><p>n</p></body.content></note></body.head><body.content><p class="lead">a</p><media media-type="image"><media-reference source="https://h.example/a.jpg" width="9"/></media></body.content></body></nitf>',
  '<RBNews><NewsID>1</NewsID><PublishDate>2026-03-24T10:05:00</PublishDate><content>&lt;p&gt;a&lt;/p&gt;</content><TilRedaktionen>&lt;b&gt;n</TilRedaktionen><headline>H</headline></RBNews>',
  'Headline of four words\n\nThe harbour board plans to close the pier in May. (Nordwire)\n\nMOST POPULAR',
];

/** A message is either read whole into items that fit their shapes, or refused with a sentence: nothing else. */
function check(bytes: Uint8Array, as?: WireFormat): void {
  try {
    const parsed = parseMessage(bytes, { as, url: 'https://h.example/feed' });
    for (const failure of parsed.failures) expect(failure.reason).not.toBe('');
    for (const item of parsed.items) {
      expect(item.uri).not.toBe('');
      expect(documentSchema.safeParse(item.body).error).toBeUndefined();
      const json = JSON.stringify(toNormalisedItem(item));
      expect(json.isWellFormed()).toBe(true);
      for (const time of [item.versioncreated, item.firstcreated])
        if (time !== undefined) expect(Date.parse(time)).not.toBeNaN();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('bad_input');
    expect(error.message).toMatch(/^The .+[.…)]$/s);
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const format = fc.constantFrom(undefined, ...WIRE_FORMATS);

const INSERTS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '&x;',
  '&#0;',
  '&#xD800;',
  '\u0000',
  '\ud800',
  '\uffff',
  '\\ud800',
  '{',
  '[',
  'null',
  '<!DOCTYPE a [',
  '<?xml',
  '__proto__',
  '\n\n',
  '(',
  '2026-13-45',
  '한',
];

/** What the older formats begin with; anything may follow. */
const HEADS = [
  'abc0123 4 i 212 x\r\n',
  'a0555\r\nu w BC-A 03-04 0050\r\n',
  'From: a@b\r\nSubject: c\r\nDate: d\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
  'From: a@b\r\nSubject: c\r\nDate: d\r\n\r\n',
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:',
];

describe('every parser', { timeout: 120_000 }, () => {
  it('reads or refuses random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), format, check), { numRuns: 800 });
  });

  it('reads or refuses samples that were cut, doubled and damaged', () => {
    const cut = fc.record({
      sample: fc.constantFrom(...SAMPLES),
      edits: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          drop: fc.nat(30),
          insert: fc.constantFrom(...INSERTS),
        }),
        { maxLength: 6 },
      ),
    });
    fc.assert(
      fc.property(cut, format, ({ sample, edits }, as) => {
        let text = sample;
        for (const { at, drop, insert } of edits) {
          const place = Math.floor(at * text.length);
          text = text.slice(0, place) + insert + text.slice(place + drop);
        }
        check(encode(text), as);
      }),
      { numRuns: 1500 },
    );
  });

  it('reads or refuses samples in the wrong encoding', () => {
    for (const sample of SAMPLES) {
      for (const encoding of ['utf16le', 'latin1'] as const)
        check(new Uint8Array(Buffer.from(`${sample}é한`, encoding)));
      check(encode(sample.replace('utf-8', 'utf-16')));
      check(encode(sample.replace('utf-8', 'utf-7')));
    }
  });

  it('expands no bomb and fetches nothing', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${(at === 0 ? '&a;' : `&a${at - 1};`).repeat(10)}">`).join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const parsed = parseMessage(
      encode(`${bomb}<rss><channel><item><title>x&a19;&f;y</title></item></channel></rss>`),
    );
    expect(parsed.items[0]?.headline).toBe('xy');
    expect(JSON.stringify(parsed).length).toBeLessThan(2_000);
  });

  it('reads or refuses five megabytes of one thing', () => {
    for (const piece of [
      '<a>',
      '</a>',
      '<item>',
      '<p>',
      '{"a":',
      '[',
      '"',
      '<!--',
      '&amp;',
      '&x;',
      '(',
      '-',
      'a b, ',
      '<a b="',
      '\n',
      '<![CDATA[',
      '|',
      'By ',
      '^',
      '\u0001',
      '--b\n',
      'BEGIN:VEVENT\n',
      'a:b\n ',
      '> ',
      'embargo until ',
    ]) {
      const body = piece.repeat(Math.ceil(5_000_000 / piece.length));
      check(encode(body));
      check(encode(`<rss><channel><item><title>t</title><description>${body}`), 'rss');
      for (const head of HEADS) check(encode(head + body.slice(0, 100_000)));
    }
  }, 240_000);

  it('refuses a message beyond the limit by its size alone', () => {
    expect(() => parseMessage(new Uint8Array(65 * 1024 * 1024))).toThrow('no more than 67 MB are read');
  });
});

describe('parseDate', { timeout: 120_000 }, () => {
  it('answers with a real date or none, whatever the text', () => {
    const words = fc.constantFrom(
      'Mon',
      '25',
      'Mar',
      '2015',
      '19:00',
      '+0900',
      'GMT',
      '/',
      '-',
      ',',
      'T',
      'Z',
      '월',
      '3월',
      '오후',
      '99',
      '.',
      ':',
      '0',
      'août',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(words, { maxLength: 9 }).map((all) => all.join(' ')),
      fc.array(words, { maxLength: 9 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const date = parseDate(written);
        if (date === undefined) return;
        expect(date.value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/);
        expect(Date.parse(date.value)).not.toBeNaN();
      }),
      { numRuns: 3000 },
    );
  });
});
