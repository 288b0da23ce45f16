import exifr from 'exifr';

/** What a picture says about itself; absent is absent. */
export type PictureWords = { alt?: string; caption?: string; credit?: string; rights?: string };

type Block = Record<string, unknown>;

const LONGEST = 4000;

/**
 * Reads credit, caption, rights and alternative text that photographers and agencies write into files: IPTC-IIM, then XMP
 * (IPTC Photo Metadata Standard 2023.2), then EXIF. A block that cannot be read counts as absent. Places are not read.
 */
export async function readPictureWords(bytes: Uint8Array): Promise<PictureWords> {
  const found = await readBlocks(bytes);
  const iptc = blockOf(found, 'iptc');
  const dc = blockOf(found, 'dc');
  const photoshop = blockOf(found, 'photoshop');
  const core = blockOf(found, 'Iptc4xmpCore');
  const ifd0 = blockOf(found, 'ifd0');
  const by = firstText(iptc.Byline, dc.creator, ifd0.Artist);
  const agency = firstText(iptc.Credit, photoshop.Credit, iptc.Source, photoshop.Source);
  return {
    alt: firstText(core.AltTextAccessibility),
    caption: firstText(iptc.Caption, dc.description, ifd0.ImageDescription),
    credit: joinCredit(by, agency),
    rights: firstText(iptc.CopyrightNotice, dc.rights, ifd0.Copyright),
  };
}

async function readBlocks(bytes: Uint8Array): Promise<Block> {
  try {
    const found: unknown = await exifr.parse(bytes, {
      tiff: true,
      exif: false,
      gps: false,
      iptc: true,
      xmp: true,
      mergeOutput: false,
    });
    return asBlock(found);
  } catch {
    return {};
  }
}

const asBlock = (value: unknown): Block =>
  typeof value === 'object' && value !== null ? (value as Block) : {};
const blockOf = (blocks: Block, name: string): Block => asBlock(blocks[name]);

/** "Name/Agency", as picture desks write it. */
function joinCredit(by: string | undefined, agency: string | undefined): string | undefined {
  if (!by || !agency || agency.includes(by)) return agency ?? by;
  return by.includes(agency) ? by : `${by}/${agency}`;
}

function firstText(...values: unknown[]): string | undefined {
  for (const value of values) {
    const text = textOf(value);
    if (text) return text;
  }
  return undefined;
}

/** Text of a plain value, of the first of a list, or of an XMP language alternative ({lang, value}). */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return firstText(...value);
  if (typeof value === 'object' && value !== null && 'value' in value) return textOf(value.value);
  if (typeof value !== 'string') return undefined;
  const text = repairUtf8(value)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return text || undefined;
}

/** IPTC-IIM is often UTF-8 read as Latin-1; such text decodes cleanly a second time, true Latin-1 does not. */
function repairUtf8(text: string): string {
  const isLatin1 = [...text].every((character) => character <= '\u00ff');
  if (!isLatin1) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}
