import { oneLine } from '#document/clean-text.ts';
import { findElements, type MarkupElement, textOf } from '#document/markup-tree.ts';
import { readLinkedData } from './json-ld.ts';
import { pageByline } from './page-byline.ts';
import { cleanClaim, pageHeadline } from './page-headline.ts';

export type PageMetadata = {
  headline?: string;
  abstract?: string;
  byline?: string;
  published: string[];
  modified: string[];
  language?: string;
  canonical?: string;
  base?: string;
  keywords: string[];
  section?: string;
  image?: string;
  articleBody?: string;
};

/** What a page says about itself: schema.org JSON-LD, Open Graph, meta elements, microdata, headings. */
export function readPageMetadata(root: MarkupElement): PageMetadata {
  const metas = metaValues(root);
  const meta = (...names: string[]): string | undefined =>
    names.map((name) => metas.get(name)?.[0]).find((value) => value !== undefined);
  const data = readLinkedData(root);
  const property = itemProperties(root);
  const html = findElements(root, (element) => element.name === 'html', 1)[0];
  const times = timeElements(root);
  return {
    headline: pageHeadline(
      root,
      [data?.headline, meta('og:title', 'twitter:title', 'title', 'dc.title', 'dcterms.title')],
      meta('og:site_name'),
    ),
    abstract: cleanClaim(
      data?.description ?? meta('og:description', 'description', 'twitter:description', 'dc.description'),
    ),
    byline: pageByline(root, data?.authors ?? [], metas, property),
    published: present(
      data?.published,
      ...PUBLISHED.map((name) => meta(name)),
      property.get('datepublished')?.[0],
      property.get('datecreated')?.[0],
      ...times,
    ),
    modified: present(
      data?.modified,
      ...MODIFIED.map((name) => meta(name)),
      property.get('datemodified')?.[0],
    ),
    language:
      html?.attributes.lang ??
      html?.attributes['xml:lang'] ??
      meta('content-language', 'dc.language', 'language', 'og:locale') ??
      data?.language,
    canonical: linkHref(root, 'canonical') ?? meta('og:url'),
    base: findElements(
      root,
      (element) => element.name === 'base' && element.attributes.href !== undefined,
      1,
    )[0]?.attributes.href,
    keywords: [
      ...(data?.keywords ?? []),
      ...(metas.get('article:tag') ?? []),
      ...(meta('news_keywords', 'keywords')?.split(',') ?? []),
    ],
    section: cleanClaim(data?.section ?? meta('article:section')),
    image: meta('og:image', 'og:image:url', 'twitter:image'),
    articleBody: data?.body,
  };
}

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published-date',
  'publication_date',
  'date.issued',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'sailthru.date',
  'parsely-pub-date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'date',
  'citation_publication_date',
  'citation_date',
  'rnews:datepublished',
  'pubyear',
  'created',
  'release_date',
  'article_date_original',
  'bt:pubdate',
  'pdate',
  'ptime',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'article:modified',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'updated',
];

const present = (...values: (string | undefined)[]): string[] =>
  values.filter((value) => value !== undefined && value.trim() !== '') as string[];

function metaValues(root: MarkupElement): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { attributes } of findElements(root, (element) => element.name === 'meta', 500)) {
    const name = (attributes.property ?? attributes.name ?? attributes['http-equiv'])?.trim().toLowerCase();
    const content = (attributes.content ?? attributes.value)?.trim();
    if (name === undefined || content === undefined || content === '') continue;
    values.set(name, [...(values.get(name) ?? []), content]);
  }
  return values;
}

/** Microdata: `itemprop` with its content, datetime or words. */
function itemProperties(root: MarkupElement): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const element of findElements(root, (one) => one.attributes.itemprop !== undefined, 2_000)) {
    for (const name of (element.attributes.itemprop ?? '').toLowerCase().split(/\s+/)) {
      if (!/^(?:date|author|creator)/.test(name)) continue;
      const inner = findElements(element, (child) => child.attributes.itemprop === 'name', 1)[0];
      const words = oneLine(textOf(inner ?? element)).slice(0, 200);
      const value = element.attributes.content ?? element.attributes.datetime ?? words;
      if (value !== '') values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return values;
}

function timeElements(root: MarkupElement): string[] {
  const times = findElements(
    root,
    (element) => element.name === 'time' && element.attributes.datetime !== undefined,
    50,
  );
  const marked = times.filter(
    (time) => 'pubdate' in time.attributes || /publish|entry-date|posted/i.test(time.attributes.class ?? ''),
  );
  return [...marked, ...times].map((time) => time.attributes.datetime ?? '');
}

const linkHref = (root: MarkupElement, rel: string): string | undefined =>
  findElements(
    root,
    (element) => element.name === 'link' && (element.attributes.rel ?? '').toLowerCase() === rel,
    1,
  )[0]?.attributes.href;
