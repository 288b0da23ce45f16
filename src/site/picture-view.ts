import type { ShownFigure } from '#document/to-html.ts';
import type { StoredPicture } from '#features/articles/articles.ts';
import { type PictureSlot, pictureSources } from '#features/media/media.ts';
import type { PictureProps, PictureSource } from '#ui/picture.props.ts';

/** How a picture is cut: as lists show it, or whole. */
export type PictureCut = '3x2' | 'whole';

const SLOTS: Record<PictureCut, PictureSlot> = { '3x2': 'front-lead', whole: 'article-lead' };

/** Drawn in flat colours, as lossless files are: such a drawing may be shown in the colours of the night. */
const isFlat = ({ kind, mime }: StoredPicture): boolean => kind !== 'photo' && mime === 'image/png';

/** A stored picture as `<picture>` shows it. */
export function toPictureProps(picture: StoredPicture, cut: PictureCut): PictureProps {
  const shown = pictureSources(picture, SLOTS[cut]);
  return {
    src: shown.src,
    sources: shown.sources as PictureSource[],
    width: shown.width,
    height: shown.height,
    alt: shown.alt,
    caption: shown.caption || undefined,
    credit: shown.credit || undefined,
    drawing: shown.kind !== 'photo' || undefined,
    flat: isFlat(picture) || undefined,
  };
}

/** A stored picture as it stands in the text of an article. */
export function toFigure(picture: StoredPicture): ShownFigure {
  const { src, sources, sizes, width, height, alt, caption, credit } = pictureSources(
    picture,
    'article-body',
  );
  const webp = sources.find(({ type }) => type === 'image/webp');
  const className = isFlat(picture) ? 'flat' : undefined;
  return { src, srcset: webp?.srcset, sizes, width, height, alt, caption, credit, className };
}
