import { CROPS, type Crop, WIDTHS, type Width } from './picture-address.ts';

type Picture = { width: number; height: number; focal_x: number; focal_y: number };

/** A part of a picture in whole px. */
export type CropBox = { left: number; top: number; width: number; height: number };

/** The largest part of a picture that has the shape of a crop, with the focal point as near its middle as the edges let it. */
export function cropBox({ width, height, focal_x, focal_y }: Picture, crop: Crop): CropBox {
  const ratio = CROPS[crop];
  if (ratio === undefined) return { left: 0, top: 0, width, height };
  const cropWidth = Math.max(1, Math.min(width, Math.round(height * ratio)));
  const cropHeight = Math.max(1, Math.min(height, Math.round(width / ratio)));
  const place = (focal: number, whole: number, part: number) =>
    Math.round(Math.max(0, Math.min(whole - part, focal * whole - part / 2)));
  return {
    left: place(focal_x, width, cropWidth),
    top: place(focal_y, height, cropHeight),
    width: cropWidth,
    height: cropHeight,
  };
}

/**
 * The widths in which a crop is offered: all that need no enlarging, and where the picture lies between two, one more that
 * shows it in its own size.
 */
export function offeredWidths(natural: number): Width[] {
  const next = WIDTHS.find((width) => width >= natural);
  return WIDTHS.filter((width) => width <= natural || width === next);
}
