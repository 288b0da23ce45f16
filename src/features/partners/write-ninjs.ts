import { bodyHtml } from './body-html.ts';
import type { Outgoing, OutgoingArticle, OutgoingPicture, OutgoingSubject } from './outgoing.ts';

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#';

/** JSON without what is absent: ninjs has no empty strings and lists to say that something is not there. */
const present = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** An article or a stop as a ninjs 3.0 object. The standard has no signal: the note to editors begins with what the version is. */
export const toNinjs = (item: Outgoing): Record<string, unknown> => ({
  uri: item.guid,
  standard: { name: 'ninjs', version: '3.0', schema: SCHEMA },
  type: 'text',
  version: String(item.version),
  versionCreated: item.versionCreated.toISOString(),
  pubStatus: item.status,
  language: item.language,
  ...(item.status === 'usable' ? articleOf(item) : {}),
});

const articleOf = (item: OutgoingArticle): Record<string, unknown> =>
  present({
    representationType: item.body ? 'full' : 'partial',
    firstCreated: item.firstCreated.toISOString(),
    contentCreated: item.firstCreated.toISOString(),
    urgency: item.urgency,
    copyrightHolder: item.rights.holder,
    copyrightNotice: item.rights.notice,
    usageTerms: item.rights.terms,
    edNote: edNoteOf(item),
    headlines: [
      { role: 'main', contentType: 'text/plain', value: item.headline },
      ...(item.deck ? [{ role: 'subtitle', contentType: 'text/plain', value: item.deck }] : []),
    ],
    descriptions: item.excerpt ? [{ role: 'summary', contentType: 'text/plain', value: item.excerpt }] : [],
    bodies: bodiesOf(item),
    by: item.byline,
    located: item.located,
    people: item.authors.map((name) => ({ name, rel: 'creator' })),
    infoSources: [{ name: item.credit }],
    subjects: [
      { name: item.section.name, literal: `section:${item.section.slug}` },
      ...item.subjects.map(subjectOf),
    ],
    altIds: [{ role: 'web', value: item.url }],
    associations: item.pictures.map(pictureOf),
  });

function bodiesOf(item: OutgoingArticle): Record<string, unknown>[] {
  const value = bodyHtml(item);
  return value ? [{ role: 'main', contentType: 'text/html', wordCount: item.words, value }] : [];
}

const SIGNAL_WORDS = { update: 'Update', correction: 'Correction' } as const;

const edNoteOf = ({ signal, note }: OutgoingArticle): string =>
  [signal && SIGNAL_WORDS[signal], note].filter(Boolean).join(': ');

function subjectOf({ code, name, slug }: OutgoingSubject): Record<string, string> {
  const number = /^medtop:(\d{8})$/.exec(code ?? '')?.[1];
  return number
    ? { name, uri: `http://cv.iptc.org/newscodes/mediatopic/${number}` }
    : { name, literal: code ?? `topic:${slug}` };
}

const pictureOf = (picture: OutgoingPicture, index: number): Record<string, unknown> =>
  present({
    name: `picture-${index + 1}`,
    uri: picture.url,
    type: 'picture',
    by: picture.credit,
    copyrightNotice: picture.rights,
    descriptions: [
      ...(picture.caption ? [{ role: 'caption', contentType: 'text/plain', value: picture.caption }] : []),
      ...(picture.alt ? [{ role: 'altText', contentType: 'text/plain', value: picture.alt }] : []),
    ],
    renditions: [
      {
        name: 'main',
        href: picture.url,
        contentType: picture.type,
        width: picture.width,
        height: picture.height,
      },
    ],
  });
