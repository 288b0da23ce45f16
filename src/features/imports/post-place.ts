import { normalisePath } from '#features/articles/articles.ts';
import { isOwnPage, type SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { WireItem, WireSubject } from '#features/wire/wire.ts';
import { toSlug } from '#lib/slug.ts';

/** Where posts go in this paper. */
export type Places = {
  /** Of the edition that the posts are for. */
  sections: SectionRow[];
  /** For posts whose categories lead to none. */
  fallback: SectionRow;
  /** Sections by the slug of the old site's category. */
  map: ReadonlyMap<string, SectionRow>;
};

export type NamedTopic = { slug: string; name: string };
export type PostPlace = { section: SectionRow; topics: NamedTopic[]; notes: string[] };

type Term = { kind: string; slug: string; name: string };

/** WordPress' category for posts that nobody gave one. */
const NO_CATEGORY = 'uncategorized';

/**
 * The section of a post and its topics. Categories lead to sections, by the map first and then by their slug. A site without
 * categories files by tags, and the first that leads to a section counts as one. All other tags are topics.
 */
export function placeOfPost(item: Pick<WireItem, 'subject'>, { sections, fallback, map }: Places): PostPlace {
  const terms = item.subject.flatMap(toTerm);
  const categories = terms.filter(({ kind }) => kind === 'category');
  const filing = categories.length > 0 ? categories : terms;
  const led = (lead: (term: Term) => SectionRow | undefined) =>
    filing.flatMap((term) => {
      const section = lead(term);
      return section === undefined ? [] : [{ term, section }];
    })[0];
  const found =
    led(({ slug, name }) => map.get(slug) ?? map.get(toSlug(name))) ??
    led(({ slug }) => sections.find((section) => section.slug === slug));
  const topics = terms
    .filter((term) => term.kind !== 'category' && term !== found?.term)
    .map(({ slug, name }) => ({ slug, name }));
  const lost = found ? undefined : categories.find(({ slug }) => slug !== NO_CATEGORY);
  return {
    section: found?.section ?? fallback,
    topics: [...new Map(topics.map((topic) => [topic.slug, topic])).values()],
    notes: lost ? [`No section for the category “${lost.name}”; it went to ${fallback.name}.`] : [],
  };
}

function toTerm({ code, name }: WireSubject): Term[] {
  const [kind = '', ...rest] = code?.split(':') ?? [];
  // WordPress writes slugs of other scripts percent-encoded.
  const said = rest.join(':');
  const slug = toSlug(normalisePath(said) ?? said) || toSlug(name ?? '');
  return slug === '' ? [] : [{ kind, slug, name: name ?? slug }];
}

/** PostgreSQL indexes no more than about 2700 bytes; nobody's address is that long. */
const LONGEST_PATH = 600;

/** The path that a post had at the old site, as addresses are looked up; undefined where it had none of its own. */
export function oldPathOf(link: string | undefined): string | undefined {
  const path = normalisePath(URL.parse(link ?? '')?.pathname.replace(/\/+$/, '') ?? '');
  return path === '' || path === undefined || path.length > LONGEST_PATH ? undefined : path;
}

/** Whether a page of the paper itself stands at a path, so that nothing else is ever looked for there. */
export function isTaken(path: string, sections: readonly SectionRow[], prefixes: readonly string[]): boolean {
  const prefix = prefixes.find((one) => one !== '' && (path === one || path.startsWith(`${one}/`))) ?? '';
  const [first = '', ...more] = path.slice(prefix.length + 1).split('/');
  return isOwnPage(first) || (more.length === 0 && (first === '' || sections.some((s) => s.slug === first)));
}

/** The last part of an old address, where it is made of words: the article keeps it in its new one. */
export function slugOf(path: string | undefined): string | null {
  const last =
    path
      ?.split('/')
      .at(-1)
      ?.replace(/\.(?:html?|php|aspx?)$/i, '') ?? '';
  const slug = toSlug(last);
  return slug === '' || slug === 'index' || /^\d+$/.test(slug) ? null : slug;
}
