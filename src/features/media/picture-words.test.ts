import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPictureMetadata } from './picture-metadata.ts';
import { toPictureWords } from './picture-words.ts';
import { quarters, withIptc } from './testing/pictures.ts';

const readPictureWords = async (bytes: Uint8Array) => toPictureWords(await readPictureMetadata(bytes));

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="Coast Agency">
  <dc:creator><rdf:Seq><rdf:li>Mara Lind</rdf:li></rdf:Seq></dc:creator>
  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The ferry leaves.</rdf:li></rdf:Alt></dc:description>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Coast Agency</rdf:li></rdf:Alt></dc:rights>
  <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A white ferry at a quay.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

describe('the words in a picture', () => {
  it('come from IPTC, name and agency joined', async () => {
    const jpeg = withIptc(await quarters(40, 30), {
      caption: 'Boats in port',
      byline: 'Mara Lind',
      credit: 'Coast Agency',
      copyright: '© 2026',
    });
    expect(await readPictureWords(jpeg)).toEqual({
      alt: undefined,
      caption: 'Boats in port',
      credit: 'Mara Lind/Coast Agency',
      rights: '© 2026',
    });
  });

  it('are read as UTF-8 and as Latin-1, as senders mean them', async () => {
    const jpeg = await quarters(40, 30);
    expect((await readPictureWords(withIptc(jpeg, { caption: 'Café in Düren, 베스트하벤' }))).caption).toBe(
      'Café in Düren, 베스트하벤',
    );
    expect((await readPictureWords(withIptc(jpeg, { caption: 'Café in Düren' }, 'latin1'))).caption).toBe(
      'Café in Düren',
    );
  });

  it('come from XMP, alternative text included', async () => {
    const jpeg = await sharp(await quarters(40, 30))
      .withXmp(xmp)
      .jpeg()
      .toBuffer();
    expect(await readPictureWords(jpeg)).toEqual({
      alt: 'A white ferry at a quay.',
      caption: 'The ferry leaves.',
      credit: 'Mara Lind/Coast Agency',
      rights: '© Coast Agency',
    });
  });

  it('come from EXIF when nothing better is there', async () => {
    const exif = {
      IFD0: { Artist: 'Mara Lind', Copyright: 'All rights reserved', ImageDescription: 'A quay' },
    };
    const jpeg = await sharp(await quarters(40, 30))
      .withExif(exif)
      .jpeg()
      .toBuffer();
    expect(await readPictureWords(jpeg)).toEqual({
      alt: undefined,
      caption: 'A quay',
      credit: 'Mara Lind',
      rights: 'All rights reserved',
    });
  });

  it('name an agency once', async () => {
    const jpeg = withIptc(await quarters(40, 30), { byline: 'Mara Lind', credit: 'Mara Lind/Coast Agency' });
    expect((await readPictureWords(jpeg)).credit).toBe('Mara Lind/Coast Agency');
  });

  it('are absent from a picture that says nothing, and from bytes that are none', async () => {
    const nothing = { alt: undefined, caption: undefined, credit: undefined, rights: undefined };
    expect(await readPictureWords(await quarters(40, 30))).toEqual(nothing);
    expect(await readPictureWords(Buffer.from('no picture'))).toEqual(nothing);
  });
});
