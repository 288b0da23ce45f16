import type { StoryCopy } from './make-copy.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const html = (story: StoryCopy): string =>
  story.paragraphs.map((text) => `<p>${escapeXml(text)}</p>`).join('');

const subjects = (story: StoryCopy) => [
  { code: `section:${story.section}`, name: story.section },
  ...story.topics,
];

/** One ninjs item, as JSON. */
export const toNinjs = (story: StoryCopy): string =>
  JSON.stringify({
    uri: story.guid,
    type: 'text',
    version: String(story.version),
    versioncreated: story.created.toISOString(),
    pubstatus: 'usable',
    language: 'en',
    urgency: story.urgency,
    headline: story.headline,
    description_text: story.deck || undefined,
    byline: story.byline || undefined,
    located: story.located || undefined,
    copyrightholder: 'Agency',
    subject: subjects(story),
    body_html: html(story),
    associations: story.picture && [
      {
        name: 'main',
        type: 'picture',
        uri: story.picture.href,
        description_text: story.picture.caption,
        renditions: [{ name: 'main', href: story.picture.href, contenttype: 'image/jpeg' }],
      },
    ],
  });

const element = (name: string, text: string): string => (text ? `<${name}>${escapeXml(text)}</${name}>` : '');

function toNewsItem(story: StoryCopy): string {
  const picture = story.picture
    ? `<remoteContent contenttype="image/jpeg" href="${story.picture.href}"/>`
    : '';
  const topics = subjects(story)
    .map(({ code, name }) => `<subject qcode="${code}"><name>${escapeXml(name)}</name></subject>`)
    .join('');
  return `<newsItem guid="${story.guid}" version="${story.version}" standard="NewsML-G2" standardversion="2.35" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Agency</name></provider><versionCreated>${story.created.toISOString()}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>${story.urgency}</urgency>${element('headline', story.headline)}${element('by', story.byline)}<creditline>Agency</creditline>${element('dateline', story.located)}${topics}${story.deck ? `<description role="drol:summary">${escapeXml(story.deck)}</description>` : ''}</contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${html(story)}</body></html></inlineXML>${picture}</contentSet></newsItem>`;
}

/** A NewsML-G2 message with an item per story. */
export const toNewsMl = (stories: StoryCopy[]): string =>
  `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sender>agency.example</sender></header><itemSet>${stories.map(toNewsItem).join('')}</itemSet></newsMessage>`;

const toEntry = (story: StoryCopy): string =>
  `<item><title>${escapeXml(story.headline)}</title><guid isPermaLink="false">${story.guid}</guid><pubDate>${story.created.toUTCString()}</pubDate><category>${story.section}</category><description>${escapeXml(story.deck)}</description><content:encoded><![CDATA[${html(story)}]]></content:encoded></item>`;

/** An RSS 2.0 feed with whole texts, an entry per story. */
export const toRss = (stories: StoryCopy[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Agency</title><link>https://agency.example/</link><description>All copy</description><language>en</language>${stories.map(toEntry).join('')}</channel></rss>`;
