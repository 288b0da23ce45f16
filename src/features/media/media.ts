export { drawSocialCardPicture, rasteriseGraphic } from './drawn-pictures.ts';
export { houseType } from './house-type.ts';
export type { MediaKind, MediaRow } from './media.tables.ts';
export { failSource, listFailedSources, requestSources, saveSource } from './media-sources.repo.ts';
export {
  type Crop,
  formatPictureAddress,
  originalKey,
  type PictureAddress,
  parsePictureAddress,
  WIDTHS,
} from './picture-address.ts';
export { type PictureSlot, type PictureSources, pictureSources } from './picture-sources.ts';
export { createPictureVariants, type PictureVariants } from './picture-variant.ts';
export { type StorePicture, storePicture } from './store-picture.ts';
