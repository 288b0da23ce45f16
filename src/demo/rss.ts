import { localTime } from '#lib/zoned.ts';
import type { DemoItem, DemoPicture } from './demo-item.ts';
import { DEMO_ZONE } from './demo-paper.ts';
import { toXhtml, toXmlText } from './story-body.ts';

type Channel = { title: string; link: string; description: string; language: string };

const NAMESPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** An RSS 2.0 feed with whole bodies (content:encoded), newest first, as a poll would find it. */
export function toRss(items: DemoItem[], channel: Channel): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rss version="2.0" ${NAMESPACES}>`,
    '<channel>',
    element('title', channel.title),
    element('link', channel.link),
    element('description', channel.description),
    element('language', channel.language),
    ...(items[0] ? [element('lastBuildDate', toRssDate(items[0].versionCreated))] : []),
    ...items.flatMap(rssItem),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

const element = (name: string, text: string): string => `<${name}>${toXmlText(text)}</${name}>`;
const optional = (name: string, text: string | undefined): string[] => (text ? [element(name, text)] : []);

/** A description is read as HTML, so its words are escaped once for that and once for the feed. */
function rssItem(item: DemoItem): string[] {
  return [
    '<item>',
    element('title', item.headline),
    `<guid isPermaLink="false">${toXmlText(item.guid)}</guid>`,
    element('pubDate', toRssDate(item.firstCreated)),
    ...optional('dc:creator', item.byline),
    ...item.subjects.map(category),
    ...optional('description', item.deck && toXmlText(item.deck)),
    `<content:encoded>${cdata(toXhtml(item.body))}</content:encoded>`,
    ...item.pictures.flatMap(mediaContent),
    '</item>',
  ];
}

/** RSS keeps the scheme of a category in its domain: `demo-sect:politics` becomes `politics` of `…/demo-sect`. */
function category({ code }: { code: string }): string {
  const [scheme = '', term = ''] = code.split(':');
  return `<category domain="https://courier.example/schemes/${toXmlText(scheme)}">${toXmlText(term)}</category>`;
}

/** A CDATA section may hold anything but its own end. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const mediaContent = (picture: DemoPicture): string[] => [
  `<media:content url="${toXmlText(picture.href)}" type="image/svg+xml" medium="image">`,
  `<media:title type="plain">${toXmlText(picture.alt)}</media:title>`,
  `<media:description type="plain">${toXmlText(picture.caption)}</media:description>`,
  element('media:credit', picture.credit),
  '</media:content>',
];

/** RFC 822 with a four-digit year and a numeric zone, as RSS 2.0 wants it: `Tue, 24 Nov 2026 09:40:00 +0200`. */
export function toRssDate(instant: Date): string {
  const { day, minutes } = localTime(instant, DEMO_ZONE);
  const shown = new Date(day * 86_400_000 + minutes * 60_000 + instant.getUTCSeconds() * 1000);
  const offset = Math.round((shown.getTime() - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
  const pad = (value: number): string => String(Math.abs(value)).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.trunc(offset / 60))}${pad(offset % 60)}`;
  return shown.toUTCString().replace('GMT', zone);
}
