import { toZonedIso } from './demo-dates.ts';
import type { DemoItem, DemoPicture } from './demo-item.ts';
import { DEMO_ZONE } from './demo-paper.ts';
import { toXhtml } from './story-body.ts';

const timeOf = (instant: Date): string => toZonedIso(instant, DEMO_ZONE);

/** One ninjs 3.1 object as JSON text: body as XHTML, pictures as associations, the original of a translation as a link. */
export function toNinjs(item: DemoItem, provider: { name: string }): string {
  const ninjs = {
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    uri: item.guid,
    type: 'text',
    representationType: 'full',
    version: String(item.version),
    firstCreated: timeOf(item.firstCreated),
    versionCreated: timeOf(item.versionCreated),
    embargoedUntil: item.embargoed && timeOf(item.embargoed),
    pubStatus: item.status,
    signal: item.signal && `sig:${item.signal}`,
    edNote: item.ednote,
    urgency: item.urgency,
    language: item.language,
    provider: { name: provider.name },
    infoSources: [{ name: provider.name }],
    creditLine: item.credit,
    by: item.byline,
    located: item.located,
    slugline: item.slugline,
    subjects: item.subjects.map(({ code, name }) => ({ uri: code, name })),
    headlines: [{ role: 'main', contentType: 'text/plain', value: item.headline }],
    descriptions: item.deck ? [{ role: 'summary', contentType: 'text/plain', value: item.deck }] : undefined,
    bodies: [{ role: 'main', contentType: 'application/xhtml+xml', value: toXhtml(item.body) }],
    associations: associationsOf(item),
    links: item.translationOf ? [{ rel: 'translationOf', href: item.translationOf }] : undefined,
  };
  return `${JSON.stringify(ninjs, undefined, 2)}\n`;
}

function associationsOf(item: DemoItem): object[] | undefined {
  return item.pictures.length > 0 ? item.pictures.map(pictureAssociation) : undefined;
}

const pictureAssociation = (picture: DemoPicture, index: number): object => ({
  name: `graphic-${index + 1}`,
  uri: picture.href,
  type: 'graphic',
  creditLine: picture.credit,
  altText: picture.alt,
  descriptions: [{ role: 'caption', contentType: 'text/plain', value: picture.caption }],
  renditions: [{ name: 'main', href: picture.href, contentType: 'image/svg+xml' }],
});
