import sharp from 'sharp';

/** A photograph in four quarters: red, green / blue, white; any crop tells by its colours where it was cut. */
export function quarters(width: number, height: number): Promise<Buffer> {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const block = (background: string, left: number, top: number) => ({
    input: { create: { ...half, channels: 3 as const, background } },
    left,
    top,
  });
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([block('#ff0000', 0, 0), block('#00ff00', half.width, 0), block('#0000ff', 0, half.height)])
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

const IPTC_TAGS = {
  caption: 120,
  byline: 80,
  credit: 110,
  copyright: 116,
  headline: 105,
  sublocation: 92,
  city: 90,
  country: 101,
  created: 55,
  instructions: 40,
} as const;
type IptcFields = Partial<Record<keyof typeof IPTC_TAGS, string>>;

/** Puts an IPTC-IIM block (APP13, "8BIM" 0x0404) behind the start of a JPEG, as picture agencies send it. */
export function withIptc(jpeg: Buffer, fields: IptcFields, encoding: 'utf8' | 'latin1' = 'utf8'): Buffer {
  const records = Object.entries(IPTC_TAGS).flatMap(([name, tag]) => {
    const text = fields[name as keyof IptcFields];
    if (!text) return [];
    const bytes = Buffer.from(text, encoding);
    return [Buffer.from([0x1c, 2, tag, bytes.length >> 8, bytes.length & 255]), bytes];
  });
  const data = Buffer.concat(records);
  const block = Buffer.concat([
    Buffer.from('Photoshop 3.0\0', 'latin1'),
    Buffer.from('8BIM', 'latin1'),
    Buffer.from([0x04, 0x04, 0, 0, 0, 0, data.length >> 8, data.length & 255]),
    data,
    Buffer.alloc(data.length % 2),
  ]);
  const marker = Buffer.from([0xff, 0xed, (block.length + 2) >> 8, (block.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, block, jpeg.subarray(2)]);
}

/** Mean colour of a part of a picture, as [red, green, blue]. */
export async function colourAt(bytes: Uint8Array, left: number, top: number, size = 8): Promise<number[]> {
  const { channels } = await sharp(
    await sharp(bytes).removeAlpha().extract({ left, top, width: size, height: size }).png().toBuffer(),
  ).stats();
  return channels.map(({ mean }) => Math.round(mean));
}
