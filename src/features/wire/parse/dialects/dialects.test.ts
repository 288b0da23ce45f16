import { describe, expect, it } from 'vitest';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../../wire-item.schema.ts';
import { parseMessage } from '../parse-message.ts';
import { dialectOf } from './dialects.ts';

function only(message: string): WireItem {
  const { items } = parseMessage(new TextEncoder().encode(message));
  expect(items).toHaveLength(1);
  return items[0] as WireItem;
}

describe('an agency is known by its names for itself', () => {
  it.each([
    ['AFP', 'AFP'],
    ['afp.com', 'AFP'],
    ['Associated Press', 'AP'],
    ['ap.org', 'AP'],
    ['Deutsche Presse-Agentur', 'dpa'],
    ['Agencia EFE', 'EFE'],
    ['ansa.it', 'ANSA'],
    ['Press Association', 'PA'],
    ['Thomson Reuters', 'Reuters'],
    ['Kyodo News', 'Kyodo'],
    ['연합뉴스', 'Yonhap'],
    ['NTB', 'NTB'],
    ['ritzau.dk', 'Ritzau'],
    ['STT-Lehtikuva', 'STT'],
    ['belga.be', 'Belga'],
    ['aap.com.au', 'AAP'],
  ])('%s is %s', (sender, credit) => {
    expect(dialectOf([undefined, '', sender])?.credit).toBe(credit);
  });

  it.each(['Nordwire', 'Pan', 'Apart', 'capa.example', 'The Papal Press'])('%s is none of them', (sender) => {
    expect(dialectOf([sender])).toBeUndefined();
  });
});

describe("AP's Atom", () => {
  const entry = (status: string): string =>
    `<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:publicid:ap.org:1:e</id><title>Feed title</title><updated>2031-05-04T10:15:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>SKARN (AP) — The pier is closed.</p></div></content><apnm:NewsManagement xmlns:apnm="http://ap.org/schemas/03/2005/apnm"><apnm:ManagementId>urn:publicid:ap.org:1</apnm:ManagementId><apnm:ManagementSequenceNumber>3</apnm:ManagementSequenceNumber>${status}<apnm:EditorialNote>Eds: recasts lede</apnm:EditorialNote></apnm:NewsManagement><apcm:ContentMetadata xmlns:apcm="http://ap.org/schemas/03/2005/apcm"><apcm:DateLine>SKARN (AP)</apcm:DateLine><apcm:ByLine>Jo Doe</apcm:ByLine><apcm:HeadLine>Pier closed</apcm:HeadLine><apcm:SlugLine>BC-Skarn-Pier</apcm:SlugLine><apcm:Priority Numeric="4"/></apcm:ContentMetadata></entry>`;

  it('gives the fields of wire copy and keeps its notes apart', () => {
    expect(only(entry('<apnm:PublishingStatus>Usable</apnm:PublishingStatus>'))).toMatchObject({
      uri: 'urn:publicid:ap.org:1',
      version: 3,
      headline: 'Pier closed',
      byline: 'Jo Doe',
      located: 'SKARN',
      credit: 'AP',
      slugline: 'Skarn-Pier',
      urgency: 4,
      pubstatus: 'usable',
      ednote: 'Eds: recasts lede',
    });
  });

  it.each([
    ['<apnm:PublishingStatus>Canceled</apnm:PublishingStatus>', { pubstatus: 'canceled' }],
    ['<apnm:PublishingStatus>Withheld</apnm:PublishingStatus>', { pubstatus: 'withheld' }],
    ['<apnm:PublishingStatus>Embargoed</apnm:PublishingStatus>', { embargoed: 'indefinite' }],
    [
      '<apnm:PublishingStatus>Embargoed</apnm:PublishingStatus><apnm:ReleaseDateTime>2031-05-05T06:00:00Z</apnm:ReleaseDateTime>',
      { pubstatus: 'usable', embargoed: '2031-05-05T06:00:00Z' },
    ],
  ])('keeps the status %s', (status, expected) => {
    expect(only(entry(status))).toMatchObject(expected);
  });

  it('leaves any other Atom as it is', () => {
    const plain = only(
      '<entry xmlns="http://www.w3.org/2005/Atom"><id>1</id><title>T</title><content type="html">&lt;p>Editors: hello&lt;/p></content></entry>',
    );
    expect(plain).toMatchObject({ uri: '1', headline: 'T' });
    expect(toText(plain.body)).toBe('Editors: hello');
  });
});

describe("AP's interface", () => {
  it('names an item by what its versions share', () => {
    const item = only(
      JSON.stringify({
        api_version: 'v1',
        data: {
          item: {
            uri: 'https://api.ap.org/media/v/content/5d?qt=x',
            altids: { itemid: '5d0c' },
            version: 2,
            type: 'text',
            headline: 'Pier closed',
            headline_extended: 'The board gave no reason',
            bylines: [{ by: 'By JO DOE', title: 'AP Writer' }],
            usageterms: ['Not for archives', 'Not for Norre'],
            datelinelocation: { city: 'Skarn' },
            ednote: 'Eds: new lede',
          },
        },
      }),
    );
    expect(item).toMatchObject({
      uri: '5d0c',
      version: 2,
      byline: 'By JO DOE',
      located: 'Skarn',
      abstract: 'The board gave no reason',
      usageterms: 'Not for archives\nNot for Norre',
      ednote: 'Eds: new lede',
    });
  });
});
