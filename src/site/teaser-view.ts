import type { ListedArticle } from '#features/articles/articles.ts';
import { printedQuotes } from '#lib/quotes.ts';
import type { HeadlineLink } from './article/article.props.ts';
import { editionDates } from './edition-words.ts';
import type { TeaserProps } from './layout/layout.props.ts';
import { toPictureProps } from './picture-view.ts';
import { type EditionContext, sectionOf } from './site-context.ts';

export type TeaserOptions = {
  /** Says which section the story is from: on pages that mix them. */
  kicker?: boolean;
  picture?: boolean;
  deck?: boolean;
  when?: boolean;
};

/** An article as it stands in a list. */
export function toTeaser(
  context: EditionContext,
  article: ListedArticle,
  options: TeaserOptions = {},
): TeaserProps {
  const { language } = context.edition;
  const { kicker = false, picture = true, deck = true, when = true } = options;
  return {
    href: encodeURI(article.path),
    headline: printedQuotes(article.headline, language),
    deck: deck && article.excerpt ? printedQuotes(article.excerpt, language) : undefined,
    kicker: kicker ? sectionOf(context, article.section_id)?.name : undefined,
    picture: picture && article.picture ? toPictureProps(article.picture, '3x2') : undefined,
    when: when ? editionDates(context.edition).brief(article.visible_from, context.now()) : undefined,
  };
}

/** An article as one line. */
export const toHeadline = (
  context: EditionContext,
  article: Pick<ListedArticle, 'path' | 'headline' | 'visible_from'>,
): HeadlineLink => ({
  href: encodeURI(article.path),
  headline: printedQuotes(article.headline, context.edition.language),
  when: editionDates(context.edition).brief(article.visible_from, context.now()),
});

/** The keys of pages that name these articles. */
export const articleKeys = (articles: { id: number }[]): string[] =>
  articles.map(({ id }) => `article:${id}`);
