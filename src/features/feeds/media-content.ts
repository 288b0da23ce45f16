import type { FeedPicture } from './feed.ts';

/** A picture in the terms of Media RSS 1.5, which RSS and Atom share. */
export const toMediaContent = (picture: FeedPicture) => ({
  url: picture.url,
  type: picture.type,
  medium: 'image',
  width: picture.width,
  height: picture.height,
  ...(picture.alt ? { title: { value: picture.alt, type: 'plain' } } : {}),
  ...(picture.caption ? { description: { value: picture.caption, type: 'plain' } } : {}),
  ...(picture.credit ? { credits: [{ value: picture.credit }] } : {}),
});

/** The library sets every element on a line of its own, CDATA too, which makes the line breaks part of the text. */
export const withoutLineBreaks = (xml: string): string => xml.replace(/\n\s*/g, '');
