import { describe, expect, it } from 'vitest';
import { toText } from '#document/to-text.ts';
import { disguise, latin1, utf16 } from '../testing/disguise.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);

function itemsOf(xml: string | Uint8Array): WireItem[] {
  return parseMessage(typeof xml === 'string' ? encode(xml) : xml).items;
}

function only(xml: string | Uint8Array): WireItem {
  const items = itemsOf(xml);
  expect(items).toHaveLength(1);
  return items[0] as WireItem;
}

type Parts = {
  provider?: string;
  revision?: string;
  management?: string;
  lines?: string;
  admin?: string;
  described?: string;
  rights?: string;
  content?: string;
  more?: string;
};

const NITF =
  '<nitf><body><body.head><hedline><hl1>Innen</hl1></hedline></body.head><body.content><p>MARSK, 4 mai (Nordwire) - Le conseil a fermé la jetée mardi.</p><p>Elle rouvrira en juin.</p></body.content></body></nitf>';

const textItem = (data: string, format = 'NITF3.1'): string =>
  `<ContentItem><MediaType FormalName="Text"/><Format FormalName="${format}"/><DataContent>${data}</DataContent></ContentItem>`;

function newsItem(parts: Parts = {}): string {
  const provider = parts.provider ?? 'nordwire.example';
  const revision = parts.revision ?? '<RevisionId PreviousRevision="0" Update="N">1</RevisionId>';
  const number = /(\d+)<\/RevisionId/.exec(revision)?.[1] ?? '1';
  return `<NewsItem xml:lang="fr">
<Identification><NewsIdentifier><ProviderId>${provider}</ProviderId><DateId>20310504T101500Z</DateId><NewsItemId>TX-MAR-AB12</NewsItemId>${revision}
<PublicIdentifier>urn:newsml:${provider}:20310504T101500Z:TX-MAR-AB12:${number}</PublicIdentifier></NewsIdentifier><NameLabel>port-jetée-Marsk</NameLabel></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20310504T101500+0000</FirstCreated><ThisRevisionCreated>20310504T103000+0200</ThisRevisionCreated>
${parts.management ?? '<Status FormalName="Usable"/><Urgency FormalName="4"/>'}</NewsManagement>
<NewsComponent><NewsLines><DateLine>Marsk, 4 mai 2031 (Nordwire) -</DateLine><HeadLine>La jetée de Marsk est fermée</HeadLine>${parts.lines ?? ''}</NewsLines>
<AdministrativeMetadata>${parts.admin ?? '<Provider><Party FormalName="Nordwire"/></Provider>'}</AdministrativeMetadata>${parts.rights ?? ''}
<DescriptiveMetadata><Language FormalName="fr"/>${parts.described ?? ''}</DescriptiveMetadata>
${parts.content ?? textItem(NITF)}</NewsComponent>${parts.more ?? ''}</NewsItem>`;
}

const newsml = (...items: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><NewsML Version="1.2"><Catalog Href="http://www.nordwire.example/catalog.xml"/><NewsEnvelope><SentFrom><Party FormalName="Nordwire"/></SentFrom><DateAndTime>20310504T103100Z</DateAndTime><Priority FormalName="3"/></NewsEnvelope>${items.join('\n')}</NewsML>`;

const BODY = 'MARSK, 4 mai (Nordwire) - Le conseil a fermé la jetée mardi.\n\nElle rouvrira en juin.';

describe('NewsML 1.2', () => {
  it('gives identity without the revision, times with their offsets, status, urgency, lines and the copy', () => {
    const item = only(newsml(newsItem()));
    expect(item).toMatchObject({
      uri: 'urn:newsml:nordwire.example:20310504T101500Z:TX-MAR-AB12',
      version: 1,
      type: 'text',
      language: 'fr',
      headline: 'La jetée de Marsk est fermée',
      slugline: 'port-jetée-Marsk',
      located: 'Marsk',
      credit: 'Nordwire',
      urgency: 4,
      pubstatus: 'usable',
      firstcreated: '2031-05-04T10:15:00Z',
      versioncreated: '2031-05-04T10:30:00+02:00',
    });
    expect(toText(item.body)).toBe(BODY);
  });

  it.each([
    ['another prefix, comments and line ends', disguise(newsml(newsItem()))],
    ['UTF-16', utf16(newsml(newsItem()).replace(' encoding="utf-8"', ''))],
    ['ISO 8859-1', latin1(newsml(newsItem()).replace(/^<\?xml.*?\?>/, ''))],
    [
      'a document type of the standard',
      newsml(newsItem()).replace(
        '<NewsML',
        '<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd" [\n<!ENTITY x "y">\n]>\n<NewsML',
      ),
    ],
    [
      'an envelope of the sender',
      `<delivery id="1">${newsml(newsItem()).replace(/^<\?xml.*?\?>/, '')}</delivery>`,
    ],
  ])('reads the same out of %s', (_, disguised) => {
    const item = only(disguised);
    const { body, notes, ...fields } = only(newsml(newsItem()));
    expect(item).toMatchObject(fields);
    expect(toText(item.body)).toBe(toText(body));
  });

  it('takes a revision that updates another as a later version of the same item', () => {
    const item = only(
      newsml(newsItem({ revision: '<RevisionId PreviousRevision="2" Update="U">3</RevisionId>' })),
    );
    expect(item).toMatchObject({
      uri: 'urn:newsml:nordwire.example:20310504T101500Z:TX-MAR-AB12',
      version: 3,
      signal: ['sig:update'],
    });
  });

  it.each([
    ['Usable', '', { pubstatus: 'usable' }],
    ['Withheld', '', { pubstatus: 'withheld' }],
    ['Canceled', '', { pubstatus: 'canceled' }],
    ['Usable', '<Instruction FormalName="Delete"/>', { pubstatus: 'canceled' }],
    ['Embargoed', '', { pubstatus: 'usable', embargoed: 'indefinite' }],
    [
      'Embargoed',
      '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20310505T060000+0200</DateAndTime></StatusWillChange>',
      { pubstatus: 'usable', embargoed: '2031-05-05T06:00:00+02:00' },
    ],
  ])('keeps the status %s %s', (status, more, expected) => {
    expect(only(newsml(newsItem({ management: `<Status FormalName="${status}"/>${more}` })))).toMatchObject(
      expected,
    );
  });

  it('withholds an item whose status it does not know', () => {
    const item = only(newsml(newsItem({ management: '<Status FormalName="Pending"/>' })));
    expect(item.pubstatus).toBe('withheld');
    expect(item.notes.join(' ')).toContain('"pending"');
  });

  it('keeps notes to editors out of everything that a reader sees', () => {
    const item = only(
      newsml(
        newsItem({
          lines:
            '<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>ATTENTION - desk only</NewsLineText></NewsLine><NewsLine><NewsLineType FormalName="ProductLine"/><NewsLineText>(Photo+Video)</NewsLineText></NewsLine>',
          content: `<Comment FormalName="Editorial Note">call the harbour first</Comment>${textItem(NITF.replace('<p>Elle', '<note noteclass="editorsnote"><p>check the date</p></note><p>Elle'))}`,
        }),
      ),
    );
    expect(item.ednote?.split('\n').sort()).toEqual([
      'ATTENTION - desk only',
      'call the harbour first',
      'check the date',
    ]);
    expect(toText(item.body)).toBe(BODY);
    expect(JSON.stringify({ ...item, ednote: '' })).not.toMatch(/desk only|harbour first|check the date/);
  });

  it('reads subject codes of all levels, keywords, rights and the holder', () => {
    const item = only(
      newsml(
        newsItem({
          described:
            '<SubjectCode><Subject FormalName="04000000"/><SubjectMatter FormalName="04015000"/><SubjectDetail FormalName="04015001"/></SubjectCode><Property FormalName="Keyword" Value="port"/><Property FormalName="GeneratorSoftware" Value="x"/>',
          rights:
            '<RightsMetadata><Copyright><CopyrightHolder>Nordwire AS</CopyrightHolder></Copyright><UsageRights><UsageType>Not for archives</UsageType></UsageRights></RightsMetadata>',
        }),
      ),
    );
    expect(item.subject.map(({ code }) => code)).toEqual(['04000000', '04015000', '04015001']);
    expect(item).toMatchObject({
      keywords: ['port'],
      copyrightholder: 'Nordwire AS',
      usageterms: 'Not for archives',
    });
  });

  it.each([
    [
      'XHTML',
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>Un.</p><p>Deux.</p></body></html>',
    ],
    ['bare paragraphs', '<p>Un.</p><p>Deux.</p>'],
    ['HTML in CDATA', '<![CDATA[<p>Un.</p><p>Deux.</p>]]>'],
    ['plain text', 'Un.\n\nDeux.'],
    [
      'NITF without a head',
      '<nitf><body><body.content><block><p>Un.</p><p>Deux.</p></block></body.content></body></nitf>',
    ],
  ])('reads a body in %s', (format, data) => {
    expect(toText(only(newsml(newsItem({ content: textItem(data, format) }))).body)).toBe('Un.\n\nDeux.');
  });

  it('reads data in Base64', () => {
    const data = Buffer.from('Un à un.\n\nDeux.').toString('base64');
    const content = `<ContentItem><MediaType FormalName="Text"/><Encoding Notation="base64"><DataContent>${data}</DataContent></Encoding></ContentItem>`;
    expect(toText(only(newsml(newsItem({ content }))).body)).toBe('Un à un.\n\nDeux.');
  });

  it('takes one of equivalent formats and none of the style sheets, and puts a headline component into its field', () => {
    const part = (role: string, mime: string, data: string): string =>
      `<NewsComponent><Role FormalName="${role}"/><ContentItem><MimeType FormalName="${mime}"/><DataContent>${data}</DataContent></ContentItem></NewsComponent>`;
    const content = `<NewsComponent>${part('StyleSheet', 'text/css', '.a{}')}${part('HeadLine', 'text/xhtml', '<html><body><p>Autre titre</p></body></html>')}<NewsComponent EquivalentsList="yes"><Role FormalName="Body"/><ContentItem><MimeType FormalName="text/plain"/><DataContent>Un plat.</DataContent></ContentItem><ContentItem><MimeType FormalName="text/xhtml"/><DataContent><html><body><p>Un <b>riche</b>.</p></body></html></DataContent></ContentItem></NewsComponent>${part('Contact', 'text/plain', 'Desk +47 555')}</NewsComponent>`;
    const item = only(newsml(newsItem({ content })).replace(/<HeadLine>La.*?<\/HeadLine>/, ''));
    expect(item.headline).toBe('Autre titre');
    expect(toText(item.body)).toBe('Un riche.');
  });

  it('gives a picture once, in its largest size, with caption and credit', () => {
    const size = (role: string, width: number): string =>
      `<NewsComponent><Role FormalName="${role}"/><ContentItem Href="https://nordwire.example/${role}.jpg"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="Width" Value="${width}"/><Property FormalName="Height" Value="100"/></Characteristics></ContentItem></NewsComponent>`;
    const more = `<NewsComponent><NewsLines><CreditLine>Nordwire / A. Berg</CreditLine></NewsLines><NewsComponent EquivalentsList="yes">${size('Thumbnail', 120)}${size('HighRes', 2000)}${size('Preview', 512)}</NewsComponent><NewsComponent><Role FormalName="Caption"/>${textItem('<p>La jetée, mardi.</p>')}</NewsComponent></NewsComponent>`;
    const item = only(newsml(newsItem({ content: textItem(NITF) + more })));
    expect(item.media).toEqual([
      {
        href: 'https://nordwire.example/HighRes.jpg',
        type: 'image/jpeg',
        width: 2000,
        height: 100,
        caption: 'La jetée, mardi.',
        credit: 'Nordwire / A. Berg',
      },
    ]);
    expect(toText(item.body)).toBe(BODY);
  });

  it('gives a picture without a text as a picture', () => {
    const content =
      '<NewsComponent><ContentItem Href="https://nordwire.example/a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>';
    expect(only(newsml(newsItem({ content })))).toMatchObject({
      type: 'picture',
      headline: 'La jetée de Marsk est fermée',
    });
  });

  it('reads several items of one message, also one within a component, and links what a package holds', () => {
    const references = '<NewsItemRef NewsItem="urn:newsml:nordwire.example:20310504T101500Z:TX-MAR-AB12:1"/>';
    const items = itemsOf(
      newsml(
        newsItem(),
        newsItem({ content: `<NewsComponent>${references}</NewsComponent>`, provider: 'two.example' }),
        newsItem({
          content: `<NewsComponent>${newsItem({ provider: 'in.example' })}</NewsComponent>`,
          provider: 'out.example',
        }),
      ),
    );
    expect(items.map(({ uri }) => uri.split(':')[2])).toEqual([
      'nordwire.example',
      'two.example',
      'out.example',
      'in.example',
    ]);
    expect(items[1]).toMatchObject({
      type: 'composite',
      links: [{ rel: 'item', href: 'urn:newsml:nordwire.example:20310504T101500Z:TX-MAR-AB12' }],
    });
  });

  it('names the item that this one comes from as all its revisions are named', () => {
    const derived =
      '<Status FormalName="Usable"/><DerivedFrom NewsItem="urn:newsml:nordwire.example:20310503T090000Z:TX-1:4U"/>';
    expect(only(newsml(newsItem({ management: derived }))).evolvedfrom).toBe(
      'urn:newsml:nordwire.example:20310503T090000Z:TX-1',
    );
  });

  it('says what it found where a NewsItem has neither identity nor content', () => {
    const item = only(
      newsml('<NewsItem><NewsManagement><Status FormalName="Usable"/></NewsManagement></NewsItem>'),
    );
    expect(item.uri).toMatch(/^urn:sha256:/);
    expect(item.notes).toContain('The item has no identifier.');
  });

  it('refuses a message without any item', () => {
    expect(() => itemsOf('<NewsML Version="1.2"><NewsEnvelope/></NewsML>')).toThrow('holds no NewsItem');
  });
});

describe('dialects of NewsML 1.2', () => {
  it('reads the times of an agency that names no zone as those of its city', () => {
    const local = newsItem({ provider: 'tass.ru' }).replaceAll(/(\d{8}T\d{6})[+-]\d{4}/g, '$1');
    expect(only(newsml(local)).versioncreated).toBe('2031-05-04T10:30:00+03:00');
  });

  it('takes each text of Belga as an item of its own with its title, lead and body', () => {
    const part = (role: string, text: string): string =>
      `<NewsComponent><Role FormalName="${role}"/><ContentItem><Format FormalName="Text"/><DataContent>${text}</DataContent></ContentItem></NewsComponent>`;
    const text = (duid: string, language: string, title: string): string =>
      `<NewsComponent Duid="${duid}" xml:lang="${language}"><Role FormalName="ORIGINAL"/><NewsLines/>${part('Title', title)}${part('Lead', 'Le chapeau.')}${part('Body', 'Un paragraphe assez long.\n\nUn autre.')}</NewsComponent>`;
    const items = itemsOf(
      newsml(
        newsItem({ provider: 'belga.be', content: text('a1', 'fr', 'Titre') + text('a2', 'nl', 'Titel') }),
      ).replaceAll(/<HeadLine>La.*?<\/HeadLine>/g, ''),
    );
    expect(items.map(({ uri, language, headline, abstract }) => [uri, language, headline, abstract])).toEqual(
      [
        ['a1', 'fr', 'Titre', 'Le chapeau.'],
        ['a2', 'nl', 'Titel', 'Le chapeau.'],
      ],
    );
    expect(toText(items[0]?.body ?? { type: 'doc', content: [] })).toContain('Un paragraphe assez long.');
  });
});
