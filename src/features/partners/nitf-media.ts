import type { OutgoingPicture } from './outgoing.ts';
import { around, empty, words } from './xml.ts';

/** A picture as NITF 3.6 media. */
export const nitfMedia = ({
  url,
  type,
  width,
  height,
  alt,
  caption,
  credit,
  rights,
}: OutgoingPicture): string =>
  around(
    'media',
    [
      empty('media-reference', {
        source: url,
        'mime-type': type,
        'source-credit': credit,
        copyright: rights,
        'alternate-text': alt,
        height,
        width,
      }),
      words('media-caption', caption),
      words('media-producer', credit),
    ],
    { 'media-type': 'image' },
  );
