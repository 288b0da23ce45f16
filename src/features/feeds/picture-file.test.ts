import { expect, test } from 'vitest';
import { parsePictureAddress } from '#features/media/media.ts';
import { pictureFile } from './picture-file.ts';

const sha256 = '0123456789abcdef'.repeat(4);

test('a large photo is its widest file that is not above 1280 px, with the size of that file', () => {
  expect(pictureFile({ sha256, width: 6000, height: 4000, kind: 'photo' })).toEqual({
    path: '/media/0123456789ab/original-1280.jpg',
    type: 'image/jpeg',
    width: 1280,
    height: 853,
  });
});

test('a drawing is a PNG, for JPEG blurs its letters', () => {
  expect(pictureFile({ sha256, width: 1000, height: 500, kind: 'map' })).toMatchObject({
    path: '/media/0123456789ab/original-960.png',
    type: 'image/png',
  });
});

test('a picture narrower than all widths is the narrowest file, in its own size', () => {
  const file = pictureFile({ sha256, width: 200, height: 100, kind: 'photo' });
  expect(file).toMatchObject({ path: '/media/0123456789ab/original-320.jpg', width: 200, height: 100 });
  expect(parsePictureAddress(file.path)).toBeDefined();
});
