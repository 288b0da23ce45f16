import type { PictureProps } from '#ui/picture.props.ts';
import type { Language } from '#ui/words.ts';
import type { HeadProps, PageFrame, SiteProps } from './layout.props.ts';

/** For tests: the parts of a page that are the same on all pages. */
export const aFrame = (
  language: Language = 'en',
  changes: { head?: Partial<HeadProps>; site?: Partial<SiteProps> } = {},
): PageFrame => ({
  site: { ...aSite(language), ...changes.site },
  head: { title: 'A page', canonical: 'https://paper.example/a', ...changes.head },
  assets: {
    'paper.css': '/assets/paper.css',
    'paper-ko.css': '/assets/paper-ko.css',
    'icon.svg': '/assets/icon.svg',
    'latest-stream.js': '/assets/latest-stream.js',
    'view-beacon.js': '/assets/view-beacon.js',
    'newsreader-display.woff2': '/assets/display.woff2',
    'newsreader-text.woff2': '/assets/text.woff2',
    'franklin.woff2': '/assets/franklin.woff2',
    'franklin-hangul.woff2': '/assets/hangul.woff2',
    'hangul-room.woff2': '/assets/room.woff2',
  },
});

const aSite = (language: Language): SiteProps => ({
  name: 'The Paper',
  language,
  homeHref: language === 'en' ? '/' : '/ko',
  latest: { href: '/latest', label: 'Latest' },
  diary: { href: '/diary', label: 'Diary' },
  subscribe: { href: '/subscribe', label: 'Get it by e-mail' },
  search: { href: '/search', label: 'Search' },
  today: { iso: '2026-11-24', label: 'Tuesday, 24 November 2026' },
  sections: [{ href: '/world', label: 'World', current: true }],
  editions: [
    { language: 'en', href: '/', label: 'English', current: language === 'en' },
    { language: 'ko', href: '/ko', label: '한국어', current: language === 'ko' },
  ],
  pages: [],
  feeds: [],
  colophon: 'Made with Dateline.',
});

/** For tests: a picture in two widths. */
export const aPicture = (changes: Partial<PictureProps> = {}): PictureProps => ({
  sources: [{ type: 'image/avif', srcset: '/m/1-320.avif 320w' }],
  src: '/m/1-960.jpg',
  srcset: '/m/1-320.jpg 320w',
  width: 960,
  height: 640,
  alt: 'A bay at dusk',
  ...changes,
});
