import sharp from 'sharp';
import type { Graphic } from '#graphics/frame.ts';
import { drawSocialCard, type SocialCard } from '#graphics/social-card.ts';
import { houseType } from './house-type.ts';

/** SVG is rendered at 72 px to the inch when it is drawn in its own size. */
const OWN_DENSITY = 72;

/** A graphic of our own as PNG, `width` px wide: an original, from which smaller files are made. Never give it SVG from outside. */
export const rasteriseGraphic = (graphic: Graphic, width: number): Promise<Buffer> =>
  sharp(Buffer.from(graphic.svg), { density: (OWN_DENSITY * width) / graphic.width })
    .resize({ width })
    .png({ compressionLevel: 6 })
    .toBuffer();

/** The picture that goes with a shared link: a PNG of 1200 × 630 px with the headline, under 60 KB. */
export const drawSocialCardPicture = (card: SocialCard): Promise<Buffer> =>
  sharp(Buffer.from(drawSocialCard(houseType(), card)))
    .png({ palette: true, colours: 32, effort: 4, compressionLevel: 9 })
    .toBuffer();
