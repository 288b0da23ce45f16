import { listOfSection } from '#features/articles/articles.ts';
import { findSectionByAlias, type SectionRow } from '#features/taxonomy/taxonomy.ts';
import { type ListCursor, toListPage } from '../cursor.ts';
import { feedLinks } from '../frame.ts';
import { toListFrame } from '../list-frame.ts';
import { loadPopularBox } from '../popular/most-popular-box.view.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys, toTeaser } from '../teaser-view.ts';
import type { SectionProps } from './section.props.ts';

const PAGE_SIZE = 24;

/** The section of a slug, or the address that the section has moved to, where there is or was one. */
export async function findSectionOrMove(
  context: EditionContext,
  slug: string,
): Promise<{ section: SectionRow } | { moved: string } | undefined> {
  const section = context.sections.find((candidate) => candidate.slug === slug);
  if (section) return { section };
  const former = await findSectionByAlias(context.db, context.edition.code, slug);
  return former && { moved: `${context.edition.prefix}/${former.slug}` };
}

export async function loadSectionView(
  context: EditionContext,
  section: SectionRow,
  before: ListCursor | undefined,
): Promise<{ props: SectionProps; keys: string[]; maxAgeSeconds?: number }> {
  const { edition } = context;
  const found = await listOfSection(context.db, section.id, { limit: PAGE_SIZE + 1, before });
  const { rows, older } = toListPage(found, PAGE_SIZE);
  const path = `${edition.prefix}/${section.slug}`;
  const frame = toListFrame(context, {
    name: section.name,
    path,
    before,
    older,
    articles: rows,
    currentSection: section.slug,
    translations: namesakes(context, section.slug),
    feeds: feedLinks(context, `${edition.prefix}/feeds/${section.slug}`, `${edition.name}: ${section.name}`),
  });
  const popular = before ? undefined : await loadPopularBox(context, { section });
  const props = {
    ...frame,
    name: section.name,
    stories: rows.map((article) => toTeaser(context, article)),
    popular: popular?.box,
  };
  const keys = [`section:${section.id}`, ...articleKeys(rows), ...(popular?.keys ?? [])];
  return { props, keys, maxAgeSeconds: popular?.maxAgeSeconds };
}

/** The sections of the same slug in other editions. */
const namesakes = ({ paper, edition }: EditionContext, slug: string): { edition: string; path: string }[] =>
  paper.sections
    .filter((other) => other.slug === slug && other.edition !== edition.code)
    .flatMap((other) => {
      const home = paper.editions.find(({ code }) => code === other.edition);
      return home ? [{ edition: home.code, path: `${home.prefix}/${slug}` }] : [];
    });
