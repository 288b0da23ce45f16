import type { WireFormat } from '#features/wire/wire.ts';

type Bilingual = { en: string; ko: string };

/** The zone of both editions: Velland keeps the clocks of Helsinki. */
export const DEMO_ZONE = 'Europe/Helsinki';

export const DEMO_EDITIONS = [
  {
    code: 'en',
    name: 'The Harsund Courier',
    tagline: 'The daily of Velland – demo edition',
    language: 'en',
    zone: DEMO_ZONE,
    prefix: '',
    position: 0,
    demo: true,
  },
  {
    code: 'ko',
    name: '하르순드 쿠리어',
    tagline: '벨란드의 일간지 – 데모판',
    language: 'ko',
    zone: DEMO_ZONE,
    prefix: '/ko',
    position: 1,
    demo: true,
  },
] as const;

export type DemoSection = { slug: string; code: string; names: Bilingual };

const section = (slug: string, en: string, ko: string): DemoSection => ({
  slug,
  code: `demo-sect:${slug}`,
  names: { en, ko },
});

/** In the order in which the paper prints them; both editions use the same slugs. */
export const DEMO_SECTIONS: readonly DemoSection[] = [
  section('politics', 'Politics', '정치'),
  section('economy', 'Economy', '경제'),
  section('national', 'National', '사회'),
  section('world', 'World', '국제'),
  section('culture', 'Culture & Sport', '문화·스포츠'),
];

export type DemoSource = {
  /** Name of the source, and of its folder if it has one. */
  key: 'velpress' | 'halse' | 'courier';
  names: Bilingual;
  /** What stands under its copy; the paper's own copy bears a byline in its place. */
  credit?: Bilingual;
  format: WireFormat;
  /** Absent: the subjects of each item say where it goes. */
  section?: string;
  publish: boolean;
};

export const DEMO_SOURCES: readonly DemoSource[] = [
  {
    key: 'velpress',
    names: { en: 'Velpress', ko: '벨프레스' },
    credit: { en: 'Velpress', ko: '벨프레스' },
    format: 'newsml-g2',
    publish: true,
  },
  {
    key: 'halse',
    names: { en: 'Halse Telegraph', ko: '할세텔레그래프' },
    credit: { en: 'Halse Telegraph', ko: '할세텔레그래프' },
    format: 'ninjs',
    publish: true,
  },
  {
    key: 'courier',
    names: { en: 'The Harsund Courier', ko: '하르순드 쿠리어' },
    format: 'rss',
    publish: true,
  },
];
