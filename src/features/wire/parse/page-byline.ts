import { oneLine } from '#document/clean-text.ts';
import { findElements, type MarkupElement, textOf } from '#document/markup-tree.ts';

/** Who a page says wrote it: JSON-LD, then meta elements, then microdata, then what is called a byline. */
export function pageByline(
  root: MarkupElement,
  linked: readonly string[],
  metas: Map<string, string[]>,
  property: Map<string, string[]>,
): string | undefined {
  const site = (metas.get('og:site_name') ?? [])[0]?.trim().toLowerCase();
  const found = bylineOf(root, linked, metas, property);
  if (site === undefined || found?.toLowerCase() !== site) return found;
  // A site that names itself as the author names nobody; somebody may stand over the story.
  return shownByline(root) ?? found;
}

function bylineOf(
  root: MarkupElement,
  linked: readonly string[],
  metas: Map<string, string[]>,
  property: Map<string, string[]>,
): string | undefined {
  if (linked.length > 0) return [...new Set(linked.map((name) => oneLine(name)))].join(', ');
  const named = [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'article.author',
    'citation_author',
    'creator',
  ];
  for (const name of named) {
    const values = (metas.get(name) ?? []).filter(
      (value) => !/^https?:|^@|^www\./i.test(value) && value.length < 150,
    );
    if (values.length > 0) return [...new Set(values.map(bareName))].join(', ');
  }
  const marked = property.get('author') ?? property.get('creator');
  if (marked !== undefined) return [...new Set(marked.map(bareName))].slice(0, 5).join(', ');
  return shownByline(root);
}

function shownByline(root: MarkupElement): string | undefined {
  return findElements(root, isBylineElement, 10)
    .map((one) => bareName(textOf(one)))
    .filter((text, at, all) => !/\d/.test(text) || all.length === at + 1)
    .find((text) => text.length > 2 && text.length < 100 && /\p{L}/u.test(text));
}

const isBylineElement = ({ name, attributes }: MarkupElement): boolean =>
  (name === 'a' && (attributes.rel ?? '').split(/\s+/).includes('author')) ||
  /(?:^|[\s_-])(?:byline|author|author-name|author_name|article-author|post-author|vcard)(?:[\s_-]|$)/i.test(
    `${attributes.class ?? ''} ${attributes.id ?? ''}`,
  );

/** A name without "By", a date or a job after it. */
const bareName = (text: string): string =>
  oneLine(text)
    .replace(
      /^(?:post author\s)?(?:(?:written|posted|reported)\s)?(?:by|von|par|por|di|door|av|af|autor|author)\s{0,3}:?\s+/i,
      '',
    )
    .split(/\s[|•·–—]\s|\s{0,2}(?:@|\bon\s\d|\bam\s\d|\d{1,2}[./]\d)/)[0]
    ?.trim() ?? '';
