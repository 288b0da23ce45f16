import { diaryWords } from './diary/diary-words.ts';
import { editionDates, editionWords, toLanguage } from './edition-words.ts';
import type { HeadProps, PageFrame, SiteProps } from './layout/layout.props.ts';
import { popularWords } from './popular/popular-words.ts';
import { searchWordsOf } from './search/search-words.ts';
import { absoluteUrl, type EditionContext } from './site-context.ts';

export type FrameParts = {
  /** Without the paper's name; empty for the front, whose title is the name. */
  title: string;
  description?: string;
  /** Path of this page, with its query where that makes another page. */
  path: string;
  /** The same page in other editions; for the edition switch and for search engines. */
  translations?: { edition: string; path: string }[];
  currentSection?: string;
  head?: Partial<HeadProps>;
};

const LANGUAGE_NAMES: Record<string, string> = { en: 'English', ko: '한국어' };

/** The part of a page's props that is the same in kind on all pages: site furniture, head, built files. */
export function toFrame(context: EditionContext, parts: FrameParts): PageFrame {
  return { site: toSiteProps(context, parts), head: toHeadProps(context, parts), assets: context.assets };
}

function toSiteProps(context: EditionContext, parts: FrameParts): SiteProps {
  const { edition, sections, paper } = context;
  const words = editionWords(edition);
  const { prefix } = edition;
  return {
    name: edition.name,
    language: toLanguage(edition.language),
    homeHref: prefix || '/',
    today: editionDates(edition).weekday(context.now()),
    latest: { href: `${prefix}/latest`, label: words.latest, current: parts.path === `${prefix}/latest` },
    diary: {
      href: `${prefix}/diary`,
      label: diaryWords(toLanguage(edition.language)).title,
      current: parts.path === `${prefix}/diary`,
    },
    subscribe: { href: `${prefix}/subscribe`, label: words.subscribeByMail },
    search: {
      href: `${prefix}/search`,
      label: searchWordsOf(toLanguage(edition.language)).search,
      current: parts.path.startsWith(`${prefix}/search`),
    },
    sections: sections.map(({ slug, name }) => ({
      href: `${prefix}/${slug}`,
      label: name,
      current: parts.currentSection === slug,
    })),
    editions: paper.editions.map((other) => ({
      href:
        parts.translations?.find((translation) => translation.edition === other.code)?.path ??
        (other.prefix || '/'),
      label: LANGUAGE_NAMES[other.language] ?? other.name,
      language: toLanguage(other.language),
      current: other.code === edition.code,
    })),
    pages: [
      { href: `${prefix}/subscribe`, label: words.subscribe },
      { href: `${prefix}/most-popular`, label: popularWords(toLanguage(edition.language)).title },
      { href: `${prefix}/corrections`, label: words.corrections },
    ],
    feeds: [
      { href: `${prefix}/feeds/latest.rss`, label: 'RSS' },
      { href: `${prefix}/feeds/latest.atom`, label: 'Atom' },
      { href: `${prefix}/feeds/latest.json`, label: 'JSON Feed' },
      { href: `${prefix}/diary.ics`, label: 'iCalendar' },
    ],
    colophon: edition.tagline ? `${edition.name}. ${edition.tagline}` : edition.name,
    demo: edition.demo ? words.demo : undefined,
  };
}

function toHeadProps(context: EditionContext, parts: FrameParts): HeadProps {
  const { edition, paper } = context;
  const title = parts.title ? `${parts.title} — ${edition.name}` : edition.name;
  const canonical = absoluteUrl(context, parts.path);
  const others = (parts.translations ?? []).flatMap(({ edition: code, path }) => {
    const other = paper.editions.find((candidate) => candidate.code === code);
    return other ? [{ language: other.language, href: absoluteUrl(context, path) }] : [];
  });
  return {
    title,
    description: parts.description,
    canonical,
    alternates: others.length > 0 ? [{ language: edition.language, href: canonical }, ...others] : undefined,
    feeds: feedLinks(context, `${edition.prefix}/feeds/latest`, edition.name),
    ...parts.head,
    og: {
      type: 'website',
      title: parts.title || edition.name,
      description: parts.description,
      locale: toLanguage(edition.language) === 'ko' ? 'ko_KR' : 'en_GB',
      ...parts.head?.og,
    },
  };
}

/** The three feeds at one address, as a page's head names them. */
export function feedLinks(
  context: EditionContext,
  path: string,
  title: string,
): NonNullable<HeadProps['feeds']> {
  const href = (extension: string) => absoluteUrl(context, `${path}.${extension}`);
  return [
    { type: 'application/rss+xml', title, href: href('rss') },
    { type: 'application/atom+xml', title: `${title} (Atom)`, href: href('atom') },
    { type: 'application/feed+json', title: `${title} (JSON)`, href: href('json') },
  ];
}
