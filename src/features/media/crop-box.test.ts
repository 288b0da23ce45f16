import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropBox, offeredWidths } from './crop-box.ts';
import { CROPS, type Crop } from './picture-address.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const picture = fc.record({
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
  focal_x: unit,
  focal_y: unit,
});

describe('a crop', () => {
  it('lies inside the picture, touches two of its edges and holds the focal point', () => {
    fc.assert(
      fc.property(picture, fc.constantFrom(...(Object.keys(CROPS) as Crop[])), (one, crop) => {
        const box = cropBox(one, crop);
        expect(
          box.left >= 0 &&
            box.top >= 0 &&
            box.left + box.width <= one.width &&
            box.top + box.height <= one.height,
        ).toBe(true);
        expect(box.width === one.width || box.height === one.height).toBe(true);
        const [x, y] = [one.focal_x * one.width, one.focal_y * one.height];
        expect(
          x >= box.left - 1 &&
            x <= box.left + box.width + 1 &&
            y >= box.top - 1 &&
            y <= box.top + box.height + 1,
        ).toBe(true);
      }),
    );
  });

  it('has the shape that its name says', () => {
    const { width, height } = cropBox({ width: 4000, height: 3000, focal_x: 0.5, focal_y: 0.5 }, '16x9');
    expect([width, height]).toEqual([4000, 2250]);
  });
});

describe('the widths of a picture', () => {
  it('need no enlarging, and one shows it in its own size', () => {
    expect(offeredWidths(100)).toEqual([320]);
    expect(offeredWidths(640)).toEqual([320, 480, 640]);
    expect(offeredWidths(700)).toEqual([320, 480, 640, 960]);
    expect(offeredWidths(5000)).toEqual([320, 480, 640, 960, 1280, 1600, 2000]);
  });
});
