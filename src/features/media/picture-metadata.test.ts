import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { readPictureMetadata } from './picture-metadata.ts';
import { toPictureWords } from './picture-words.ts';
import { tellKind } from './tell-kind.ts';
import { quarters, withIptc } from './testing/pictures.ts';

const withXmp = async (properties: string) =>
  sharp(await quarters(40, 30))
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
  xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`)
    .jpeg()
    .toBuffer();

test('an agency’s IPTC block gives headline, names, rights, place, day and instructions', async () => {
  const jpeg = withIptc(await quarters(40, 30), {
    headline: 'Storm at sea',
    byline: 'Mara Lind',
    credit: 'Coast Agency',
    copyright: '© 2019',
    sublocation: 'Old harbour',
    city: 'Pohang',
    country: 'South Korea',
    created: '20190304',
    instructions: 'NO SALES',
  });
  expect(await readPictureMetadata(jpeg)).toEqual({
    headline: 'Storm at sea',
    byline: 'Mara Lind',
    agency: 'Coast Agency',
    copyright: '© 2019',
    place: 'Old harbour, Pohang, South Korea',
    created: '2019-03-04',
    instructions: 'NO SALES',
  });
});

test('XMP gives the same where IPTC is silent, with the terms of use and the kind of source', async () => {
  const jpeg =
    await withXmp(`<photoshop:Headline>Storm</photoshop:Headline><photoshop:City>Pohang</photoshop:City>
    <photoshop:DateCreated>2019-03-04T05:06:07+09:00</photoshop:DateCreated>
    <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use only</rdf:li></rdf:Alt></xmpRights:UsageTerms>
    <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt</Iptc4xmpExt:DigitalSourceType>`);
  const said = await readPictureMetadata(jpeg);
  expect(said).toMatchObject({
    headline: 'Storm',
    place: 'Pohang',
    usageTerms: 'Editorial use only',
    sourceType: 'digitalArt',
  });
  expect(said.created).toMatch(/^2019-03-0[34]/);
  expect(toPictureWords(said)).toMatchObject({ caption: 'Storm', rights: 'Editorial use only' });
  expect(await tellKind(jpeg, 'image/jpeg', said)).toBe('graphic');
});

test('where a satellite placed it is not read', async () => {
  const GPS = { GPSLatitude: '36/1 1/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '129/1 2/1 0/1' };
  const exif = { IFD0: { Make: 'Camera Works' }, IFD3: { ...GPS, GPSLongitudeRef: 'E' } };
  const jpeg = await sharp(await quarters(40, 30))
    .withExif(exif)
    .jpeg()
    .toBuffer();
  expect(await readPictureMetadata(jpeg)).toEqual({ camera: 'Camera Works' });
});

const png = (picture: Sharp) => picture.png().toBuffer();
const noise = () =>
  sharp({
    create: {
      width: 200,
      height: 150,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

test('a picture without loss in few colours is a graphic, one in many is a photograph', async () => {
  const chart = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#fff"/><path d="M20 380 L200 120 L380 240 L580 40" stroke="#b00" stroke-width="5" fill="none"/><text x="20" y="40" font-size="24">Catch in tonnes</text></svg>',
  );
  expect(await tellKind(await png(sharp(chart)), 'image/png', {})).toBe('graphic');
  expect(await tellKind(await png(noise()), 'image/png', {})).toBe('photo');
});

test('what the file says of its source goes before its colours', async () => {
  const flat = await png(sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } }));
  expect(await tellKind(flat, 'image/png', {})).toBe('graphic');
  expect(await tellKind(flat, 'image/png', { sourceType: 'digitalCapture' })).toBe('photo');
  expect(await tellKind(flat, 'image/png', { camera: 'Camera Works' })).toBe('photo');
});
