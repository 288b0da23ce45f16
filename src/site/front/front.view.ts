import { loadFront } from '#features/fronts/fronts.ts';
import { toFrame } from '../frame.ts';
import { frontJsonLd } from '../json-ld/json-ld.ts';
import { loadPopularBox } from '../popular/most-popular-box.view.ts';
import { type EditionContext, sectionOf } from '../site-context.ts';
import { articleKeys, toTeaser } from '../teaser-view.ts';
import type { FrontProps } from './front.props.ts';

export type FrontView = { props: FrontProps; keys: string[]; maxAgeSeconds: number };

/** Everything on the front of an edition, and what it depends on. */
export async function loadFrontView(context: EditionContext): Promise<FrontView> {
  const { edition, paper } = context;
  const front = await loadFront(context.db, edition.code, context.sections, context.now());
  const popular = await loadPopularBox(context);
  const frame = toFrame(context, {
    title: '',
    description: edition.tagline || undefined,
    path: edition.prefix || '/',
    translations: paper.editions
      .filter((other) => other.code !== edition.code)
      .map((other) => ({ edition: other.code, path: other.prefix || '/' })),
    head: { jsonLd: frontJsonLd(context) },
  });
  const containers = front.map(({ id, title, layout, section_id, articles }) => {
    const section = section_id === null ? undefined : sectionOf(context, section_id);
    return {
      key: String(Math.abs(id)),
      title: title || undefined,
      href: section && `${edition.prefix}/${section.slug}`,
      layout,
      stories: articles.map((article) => toTeaser(context, article, { kicker: section_id === null })),
    };
  });
  const articles = front.flatMap((container) => container.articles);
  return {
    props: { ...frame, containers, popular: popular.box },
    keys: [`edition:${edition.code}`, ...articleKeys(articles), ...popular.keys],
    maxAgeSeconds: popular.maxAgeSeconds,
  };
}
