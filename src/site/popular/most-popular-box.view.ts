import type { ListedArticle } from '#features/articles/articles.ts';
import type { SectionRow } from '#features/taxonomy/taxonomy.ts';
import { toLanguage } from '../edition-words.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import type { PopularBoxProps, PopularEntry } from './most-popular.props.ts';
import { popularWords } from './popular-words.ts';

export const BOX_SIZE = 5;

export type PopularBoxView = {
  box: PopularBoxProps;
  /** Of the articles in it, so that a page that shows the box loses a killed one at once. */
  keys: string[];
  /** The longest that the page may be kept. */
  maxAgeSeconds: number;
};

const toBoxEntry = ({ path, headline }: ListedArticle): PopularEntry => ({ href: encodeURI(path), headline });

/**
 * The box of the whole edition, or of one section. From memory: no query. `without`: the article whose page it stands on.
 */
export async function loadPopularBox(
  context: EditionContext,
  { section, without }: { section?: SectionRow; without?: number } = {},
): Promise<PopularBoxView> {
  const { edition, popular } = context;
  const words = popularWords(toLanguage(edition.language));
  const scope = section ? { section: section.id } : { edition: edition.code };
  const { articles, maxAgeSeconds } = await popular.top(scope, { limit: BOX_SIZE + 1 });
  const shown = articles.filter(({ id }) => id !== without).slice(0, BOX_SIZE);
  const box = {
    title: section ? words.inSection(section.name) : words.title,
    href: `${edition.prefix}/most-popular`,
    entries: shown.map(toBoxEntry),
  };
  return { box, keys: articleKeys(shown), maxAgeSeconds };
}
