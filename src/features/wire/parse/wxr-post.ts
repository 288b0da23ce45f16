import { toText } from '#document/to-text.ts';
import type { WireItem, WireMedia, WireSubject } from '../wire-item.schema.ts';
import { firstWords } from './feed-fields.ts';
import { feedLine } from './feed-text.ts';
import { finishItem } from './item-draft.ts';
import { htmlBody } from './markup-body.ts';
import { readDate } from './read-date.ts';
import { postHtml } from './wxr-content.ts';
import { attributeOf, childOf, childrenOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** What an export says once for all its posts. */
export type WxrContext = {
  language: string | undefined;
  base: string | undefined;
  /** Names that authors go by, by login. */
  authors: ReadonlyMap<string, string>;
  /** Pictures of the library, by post number. */
  attachments: ReadonlyMap<string, WireMedia>;
  notes: readonly string[];
};

const wp = (parent: XmlElement | undefined, name: string): string | undefined =>
  wordsOf(childOf(parent, name, 'wp'));

export function wxrContext(
  channel: XmlElement,
  items: readonly XmlElement[],
  notes: readonly string[],
): WxrContext {
  const authors = childrenOf(channel, 'author', 'wp').flatMap((author) => {
    const login = wp(author, 'author_login');
    const full = [wp(author, 'author_first_name'), wp(author, 'author_last_name')].filter(Boolean).join(' ');
    const name = wp(author, 'author_display_name') ?? (full || undefined);
    return login === undefined || name === undefined ? [] : [[login, name] as const];
  });
  const attachments = items.flatMap((item) => {
    const id = wp(item, 'post_id');
    const href = wp(item, 'attachment_url');
    if (id === undefined || href === undefined || wp(item, 'post_type') !== 'attachment') return [];
    const alt = metaOf(item, '_wp_attachment_image_alt');
    const caption = captionOf(item);
    return [[id, { href, type: 'image', ...(alt && { alt }), ...(caption && { caption }) }] as const];
  });
  return {
    language: wordsOf(childOf(channel, 'language')),
    base: wp(channel, 'base_blog_url') ?? wordsOf(childOf(channel, 'link', '')),
    authors: new Map(authors),
    attachments: new Map(attachments),
    notes,
  };
}

const captionOf = (item: XmlElement): string | undefined => {
  const words = firstWords(item, ['excerpt encoded']);
  return words === undefined ? undefined : feedLine(words);
};

/** The value of one of a post's fields; only fields that are named here are ever read. */
function metaOf(item: XmlElement, key: string): string | undefined {
  const meta = childrenOf(item, 'postmeta', 'wp').find((one) => wp(one, 'meta_key') === key);
  return wp(meta, 'meta_value');
}

/** One post of an export as a wire item. */
export function wxrPost(item: XmlElement, context: WxrContext): WireItem {
  const notes = [...context.notes];
  const link = wordsOf(childOf(item, 'link', ''));
  const content = wordsOf(childOf(item, 'encoded', 'content'));
  const body = content === undefined ? undefined : htmlBody(postHtml(content), context.base ?? link);
  if (body !== undefined) notes.push(...body.notes);
  const excerpt = wordsOf(childOf(item, 'encoded', 'excerpt'));
  const published = dateOf(item, 'post_date', notes);
  const modified = dateOf(item, 'post_modified', notes);
  return finishItem({
    notes,
    ...releaseOf(item, published, notes),
    uri: wordsOf(childOf(item, 'guid', '')) ?? link,
    language: context.language,
    headline: feedLine(wordsOf(childOf(item, 'title', '')) ?? ''),
    abstract: excerpt === undefined ? undefined : toText(htmlBody(postHtml(excerpt)).document),
    byline: bylineOf(item, context),
    ...(body === undefined ? {} : { body: body.document, bodySent: true, ednotes: body.ednotes }),
    firstcreated: published,
    versioncreated: modified ?? published,
    subject: subjectsOf(item),
    links: link === undefined ? [] : [{ href: link, rel: 'alternate' }],
    media: mediaOf(item, context),
  });
}

/** Only what everybody could read is usable; a scheduled post whose time is known is under embargo beside being withheld. */
function releaseOf(
  item: XmlElement,
  published: string | undefined,
  notes: string[],
): Pick<WireItem, 'pubstatus' | 'embargoed'> {
  // An export that does not say that a post was public does not make it so.
  const status = wp(item, 'status')?.toLowerCase() ?? 'unknown';
  const locked = wp(item, 'post_password') !== undefined;
  if (status === 'publish' && !locked) return { pubstatus: 'usable' };
  notes.push(
    locked
      ? 'It was under a password, which was not taken over; it waits for the desk.'
      : `It was “${status.slice(0, 40)}” at the old site; it waits for the desk.`,
  );
  if (status !== 'future' || published === undefined) return { pubstatus: 'withheld' };
  return { pubstatus: 'withheld', embargoed: published };
}

const UNSET = /^0000-00-00/;

/** A time of a post: in UTC where the export has it so, else in the site's own time, whose zone `pubDate` may tell. */
function dateOf(item: XmlElement, name: 'post_date' | 'post_modified', notes: string[]): string | undefined {
  const utc = wp(item, `${name}_gmt`);
  if (utc !== undefined && !UNSET.test(utc)) return readDate(name, [`${utc.replace(' ', 'T')}Z`], notes);
  const feed = name === 'post_date' ? wordsOf(childOf(item, 'pubDate', '')) : undefined;
  const local = wp(item, name);
  return readDate(
    name,
    [feed, local].filter((value) => value !== undefined && !/-0001|0000-00-00/.test(value)),
    notes,
  );
}

/** Names by the plugin for several authors, else of the login that wrote the post. */
function bylineOf(item: XmlElement, { authors }: WxrContext): string | undefined {
  const several = termsOf(item, (domain) => domain === 'author').map(
    ({ name, slug }) => authors.get(slug ?? '') ?? name,
  );
  const names = several.length > 0 ? several : [loginName(item, authors)];
  return [...new Set(names.filter((name) => name !== undefined))].join(', ') || undefined;
}

function loginName(item: XmlElement, authors: WxrContext['authors']): string | undefined {
  const login = wordsOf(childOf(item, 'creator', 'dc'));
  return login === undefined ? undefined : (authors.get(login) ?? login);
}

type Term = { domain: string; slug: string | undefined; name: string };

function termsOf(item: XmlElement, wanted: (domain: string) => boolean): Term[] {
  return childrenOf(item, 'category', '').flatMap((element) => {
    const domain = attributeOf(element, 'domain')?.toLowerCase() ?? 'category';
    const name = wordsOf(element);
    const slug = attributeOf(element, 'nicename');
    return name === undefined || !wanted(domain) ? [] : [{ domain, slug, name: feedLine(name) }];
  });
}

/** How a post looked or where it stood in a menu is no subject of it. */
const NO_SUBJECTS = new Set(['post_format', 'nav_menu', 'author', 'wp_theme', 'link_category']);

const subjectsOf = (item: XmlElement): WireSubject[] =>
  termsOf(item, (domain) => !NO_SUBJECTS.has(domain)).map(({ domain, slug, name }) => ({
    name,
    ...(slug === undefined ? {} : { code: `${domain === 'post_tag' ? 'tag' : domain}:${slug}` }),
  }));

/** The post's own picture first, then what its enclosures name. */
function mediaOf(item: XmlElement, { attachments }: WxrContext): WireMedia[] {
  const featured = attachments.get(metaOf(item, '_thumbnail_id') ?? '');
  const enclosures = childrenOf(item, 'enclosure', '').map((element) => ({
    href: attributeOf(element, 'url'),
    type: attributeOf(element, 'type'),
  }));
  return [...(featured === undefined ? [] : [featured]), ...enclosures];
}
