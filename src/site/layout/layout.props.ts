import type { AssetManifest } from '#ui/assets.ts';
import type { PictureProps } from '#ui/picture.props.ts';
import type { When } from '#ui/when.tsx';
import type { Language } from '#ui/words.ts';

export type Link = { href: string; label: string };
export type SectionLink = Link & { current?: boolean };
/** Another language edition: its version of this page where there is one, else its front. */
export type EditionLink = Link & { language: Language; current?: boolean };

/** What stands on every page of one edition. */
export type SiteProps = {
  name: string;
  language: Language;
  homeHref: string;
  latest: SectionLink;
  diary: SectionLink;
  search: SectionLink;
  /** Where the morning briefing can be asked for; the words invite to it. */
  subscribe: Link;
  today: When;
  sections: SectionLink[];
  /** Left away when there is only one. */
  editions: EditionLink[];
  /** Footer: corrections, sitemap, about … */
  pages: Link[];
  feeds: Link[];
  /** Who publishes the paper, and its rights. */
  colophon: string;
  /** Only on a demo edition: says that everything in it is invented. */
  demo?: string;
};

/** What stands in a page's head. All addresses are absolute. */
export type HeadProps = {
  /** The whole title, the paper's name included. */
  title: string;
  description?: string;
  canonical: string;
  alternates?: { language: string; href: string }[];
  feeds?: {
    type: 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json';
    title: string;
    href: string;
  }[];
  og?: {
    type: 'article' | 'website';
    title: string;
    description?: string;
    locale: string;
    image?: { url: string; width: number; height: number; alt: string };
    published?: string;
    modified?: string;
    section?: string;
  };
  jsonLd?: object[];
  /** Default "max-image-preview:large"; "noindex" on pages that are not for search engines. */
  robots?: string;
  previous?: string;
  next?: string;
};

/** Every page's props begin with these. */
export type PageFrame = { site: SiteProps; head: HeadProps; assets: AssetManifest };

/** A story as it stands in a list or on a front. */
export type TeaserProps = {
  href: string;
  headline: string;
  deck?: string;
  /** Stands before the headline with a dash: the section on a front, "Analysis", … */
  kicker?: string;
  picture?: PictureProps;
  when?: When;
};
