import { absoluteUrl, type EditionContext } from '../site-context.ts';

/** The picture that goes with a shared link to an article. Its address changes with the headline's revision, since sites keep such pictures. */
export const socialImage = (
  context: EditionContext,
  article: { id: number; current_revision: number; headline: string },
): { url: string; width: number; height: number; alt: string } => ({
  url: absoluteUrl(context, `${context.edition.prefix}/card/${article.id}-${article.current_revision}.png`),
  width: 1200,
  height: 630,
  alt: article.headline,
});
