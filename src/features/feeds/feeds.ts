export {
  FEED_FORMATS,
  FEED_TYPES,
  type Feed,
  type FeedFormat,
  type FeedItem,
  type FeedPicture,
} from './feed.ts';
export { articleTag } from './feed-item.ts';
export { type PictureFile, pictureFile } from './picture-file.ts';
export { feedPath, type ReadFeed, readFeed } from './read-feed.ts';
export { writeFeed } from './write-feed.ts';
export { escapeMarkup, escapeXml, toXmlLine, toXmlText } from './xml-text.ts';
