import type { WireItem, WireMedia, WireSubject } from '../wire-item.schema.ts';
import { ghostHtml } from './ghost-content.ts';
import { finishItem } from './item-draft.ts';
import { type JsonObject, objectList, textValue } from './json-value.ts';
import { htmlBody } from './markup-body.ts';
import { readDate } from './read-date.ts';

/** The export's tables, by the numbers that tie them together. */
export type GhostContext = {
  base: string | undefined;
  names: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, { name: string; slug: string | undefined }>;
  authorsOf: ReadonlyMap<string, string[]>;
  tagsOf: ReadonlyMap<string, string[]>;
  metaOf: ReadonlyMap<string, JsonObject>;
};

const id = (row: JsonObject, key = 'id'): string => textValue(row[key]) ?? '';

export function ghostContext(data: JsonObject, base: string | undefined): GhostContext {
  return {
    base,
    names: new Map(objectList(data.users).map((user) => [id(user), textValue(user.name) ?? ''])),
    tags: new Map(
      objectList(data.tags).map((tag) => [
        id(tag),
        { name: textValue(tag.name) ?? '', slug: textValue(tag.slug) },
      ]),
    ),
    authorsOf: tied(objectList(data.posts_authors), 'author_id'),
    tagsOf: tied(objectList(data.posts_tags), 'tag_id'),
    metaOf: new Map(objectList(data.posts_meta).map((meta) => [id(meta, 'post_id'), meta])),
  };
}

/** What each post is tied to, in the order that the site had. */
function tied(rows: JsonObject[], key: string): Map<string, string[]> {
  const order = (row: JsonObject): number => Number(row.sort_order ?? 0) || 0;
  const found = new Map<string, string[]>();
  for (const row of rows.toSorted((a, b) => order(a) - order(b))) {
    const post = id(row, 'post_id');
    found.set(post, [...(found.get(post) ?? []), id(row, key)]);
  }
  return found;
}

/** One post of an export as a wire item. */
export function ghostPost(post: JsonObject, context: GhostContext): WireItem {
  const notes: string[] = [];
  const number = id(post) || id(post, 'uuid');
  const link = addressOf(post, context);
  const html = ghostHtml(post, notes);
  const body = html === undefined ? undefined : htmlBody(withAddress(html, context), link ?? context.base);
  if (body !== undefined) notes.push(...body.notes);
  const published = readDate('published_at', [textValue(post.published_at)], notes);
  const created = readDate('created_at', [textValue(post.created_at)], notes);
  const updated = readDate('updated_at', [textValue(post.updated_at)], notes);
  const excerpt = textValue(post.custom_excerpt);
  return finishItem({
    notes,
    ...releaseOf(post, published, notes),
    uri: number === '' ? link : `ghost:post:${number}`,
    language: textValue(post.locale),
    headline: textValue(post.title),
    abstract: excerpt,
    byline: bylineOf(post, context),
    ...(body === undefined ? {} : { body: body.document, bodySent: true, ednotes: body.ednotes }),
    firstcreated: published ?? created,
    versioncreated: updated ?? published ?? created,
    subject: subjectsOf(post, context),
    links: link === undefined ? [] : [{ href: link, rel: 'alternate' }],
    media: mediaOf(post, context),
  });
}

function releaseOf(
  post: JsonObject,
  published: string | undefined,
  notes: string[],
): Pick<WireItem, 'pubstatus' | 'embargoed'> {
  const status = textValue(post.status) ?? 'draft';
  const visibility = textValue(post.visibility) ?? 'public';
  if (status === 'published' && visibility === 'public') return { pubstatus: 'usable' };
  const was = status === 'published' ? `for “${visibility}” only` : `“${status}”`;
  notes.push(`It was ${was.slice(0, 60)} at the old site; it waits for the desk.`);
  if (status !== 'scheduled' || published === undefined) return { pubstatus: 'withheld' };
  return { pubstatus: 'withheld', embargoed: published };
}

/** Where the post stood: the export names no host, so only with the site's address. */
function addressOf(post: JsonObject, { base }: GhostContext): string | undefined {
  const slug = textValue(post.slug);
  if (base === undefined || slug === undefined) return undefined;
  return URL.parse(`${slug}/`, base.endsWith('/') ? base : `${base}/`)?.href;
}

/** Ghost writes its own address as a mark; without the address what follows it is a path. */
const withAddress = (text: string, { base }: GhostContext): string =>
  text.replaceAll('__GHOST_URL__', base?.replace(/\/+$/, '') ?? '');

function bylineOf(post: JsonObject, { authorsOf, names }: GhostContext): string | undefined {
  const ids = authorsOf.get(id(post)) ?? [id(post, 'author_id')];
  return [...new Set(ids.map((author) => names.get(author) ?? ''))].filter(Boolean).join(', ') || undefined;
}

/** Tags that begin with # are Ghost's own notes to itself. */
const subjectsOf = (post: JsonObject, { tagsOf, tags }: GhostContext): WireSubject[] =>
  (tagsOf.get(id(post)) ?? []).flatMap((tag) => {
    const found = tags.get(tag);
    if (found === undefined || found.name === '' || found.name.startsWith('#')) return [];
    return [{ name: found.name, ...(found.slug === undefined ? {} : { code: `tag:${found.slug}` }) }];
  });

function mediaOf(post: JsonObject, context: GhostContext): WireMedia[] {
  const meta = context.metaOf.get(id(post)) ?? post;
  const href = textValue(post.feature_image) ?? textValue(post.image);
  if (href === undefined) return [];
  const alt = textValue(meta.feature_image_alt);
  const caption = textValue(meta.feature_image_caption);
  const words = { ...(alt && { alt }), ...(caption && { caption: caption.replace(/<[^<>]{0,1000}>/g, '') }) };
  return [{ href: withAddress(href, context), type: 'image', ...words }];
}
