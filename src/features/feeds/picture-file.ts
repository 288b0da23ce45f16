import { formatPictureAddress, type MediaKind, WIDTHS } from '#features/media/media.ts';

export type PictureFile = { path: string; type: 'image/jpeg' | 'image/png'; width: number; height: number };

/** Px: what Google asks of a large picture is 1200, and nothing that reads feeds shows more. */
const WIDEST = 1280;

/**
 * The one file of a picture for machines that do not choose between several: whole, and of a type that all of them read.
 * The size is that of the file.
 */
export function pictureFile(picture: {
  sha256: string;
  width: number;
  height: number;
  kind: MediaKind;
}): PictureFile {
  // A picture narrower than the narrowest width is offered under that, in its own size.
  const offered = WIDTHS.filter((one) => one <= picture.width && one <= WIDEST).at(-1) ?? WIDTHS[0];
  const width = Math.min(offered, picture.width);
  const [extension, type] =
    picture.kind === 'photo' ? (['jpg', 'image/jpeg'] as const) : (['png', 'image/png'] as const);
  return {
    path: formatPictureAddress({
      sha12: picture.sha256.slice(0, 12),
      crop: 'original',
      width: offered,
      extension,
    }),
    type,
    width,
    height: Math.max(1, Math.round((width * picture.height) / picture.width)),
  };
}
