import exifr from 'exifr';

/** What a picture's file says of itself; absent is absent. For the desk: only alt, caption and credit are for readers. */
export type PictureMetadata = {
  alt?: string;
  headline?: string;
  caption?: string;
  byline?: string;
  agency?: string;
  copyright?: string;
  usageTerms?: string;
  /** In words, from the narrowest to the widest: "Harbour, Pohang, South Korea". */
  place?: string;
  /** A day, or a time with offset (ISO 8601). */
  created?: string;
  instructions?: string;
  /** The last part of a term of cv.iptc.org/newscodes/digitalsourcetype: `digitalCapture`, `digitalArt`. */
  sourceType?: string;
  /** The maker of the camera or scanner. */
  camera?: string;
};

type Block = Record<string, unknown>;

const LONGEST = 4000;

/**
 * Reads what photographers and agencies write into files: IPTC-IIM, then XMP (IPTC Photo Metadata Standard 2023.2), then EXIF. A block that
 * cannot be read counts as absent. Coordinates are not read.
 */
export async function readPictureMetadata(bytes: Uint8Array): Promise<PictureMetadata> {
  const found = await readBlocks(bytes);
  const block = (name: string) => asBlock(found[name]);
  const iptc = block('iptc');
  const dc = block('dc');
  const photoshop = block('photoshop');
  const core = block('Iptc4xmpCore');
  const ifd0 = block('ifd0');
  const said: PictureMetadata = {
    alt: firstText(core.AltTextAccessibility),
    headline: firstText(iptc.Headline, photoshop.Headline),
    caption: firstText(iptc.Caption, dc.description, ifd0.ImageDescription),
    byline: firstText(iptc.Byline, dc.creator, ifd0.Artist),
    agency: firstText(iptc.Credit, photoshop.Credit, iptc.Source, photoshop.Source),
    copyright: firstText(iptc.CopyrightNotice, dc.rights, ifd0.Copyright),
    usageTerms: firstText(block('xmpRights').UsageTerms),
    place: placeOf(iptc) ?? placeOf({ ...photoshop, Sublocation: core.Location }),
    created: firstDay(iptc.DateCreated, photoshop.DateCreated),
    instructions: firstText(iptc.SpecialInstructions, photoshop.Instructions),
    sourceType: firstText(block('Iptc4xmpExt').DigitalSourceType)?.split(/[/:]/).at(-1),
    camera: firstText(ifd0.Make),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function placeOf({ Sublocation, City, State, Country }: Block): string | undefined {
  const parts = [Sublocation, City, State, Country].flatMap((part) => firstText(part) ?? []);
  return [...new Set(parts)].join(', ') || undefined;
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
    .slice(0, LONGEST)
    .toWellFormed();
  return text || undefined;
}

/** IIM writes a day as 20190304, XMP as ISO 8601; a time without an offset is some camera's, so only its day counts. */
function firstDay(...values: unknown[]): string | undefined {
  for (const value of values) {
    const text = value instanceof Date ? value.toISOString() : String(textOf(value) ?? '');
    const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(text) ?? [];
    if (year === undefined || month === '00' || day === '00') continue;
    return /T[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${year}-${month}-${day}`;
  }
  return undefined;
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
