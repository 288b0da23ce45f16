import { toAuthors } from './author.ts';
import type { Mention } from './mentions.ts';
import { type PublisherFacts, toPublisher, toWebsiteReference } from './publisher.ts';

export type ImageFacts = { url: string; width: number; height: number; caption: string; credit: string };
export type TranslationFacts = { url: string; language: string; headline: string };

/** All addresses are absolute; texts that there are none of are ''. */
export type ArticleFacts = {
  url: string;
  headline: string;
  deck: string;
  description: string;
  language: string;
  published: Date;
  updated: Date;
  section: string;
  topics: readonly string[];
  /** Names in the byline. */
  bylines: readonly string[];
  /** Whose copy it is, without brackets. */
  credit: string;
  located: string;
  words: number;
  retracted: boolean;
  images: readonly ImageFacts[];
  corrections: readonly { text: string; at: Date }[];
  /** The article that this one translates. */
  translates?: TranslationFacts;
  translations: readonly TranslationFacts[];
  /** Who certainly is named in it. */
  mentions: readonly Mention[];
  publisher: PublisherFacts;
};

/**
 * An article as schema.org NewsArticle. Only what is certain: a property that is not known is absent, and the dates are
 * those that the page shows, to the second and with their offset.
 */
export const toNewsArticle = (article: ArticleFacts) => ({
  '@context': 'https://schema.org' as const,
  '@type': 'NewsArticle' as const,
  '@id': `${article.url}#article`,
  url: article.url,
  mainEntityOfPage: { '@type': 'WebPage' as const, '@id': article.url },
  isPartOf: toWebsiteReference(article.publisher),
  headline: article.headline,
  alternativeHeadline: article.deck || undefined,
  description: article.description || undefined,
  inLanguage: article.language,
  datePublished: article.published.toISOString(),
  dateModified: article.updated.toISOString(),
  ...toSource(article),
  publisher: toPublisher(article.publisher),
  articleSection: article.section || undefined,
  keywords: some(article.topics),
  mentions: some(article.mentions.map(({ type, name }) => ({ '@type': type, name }))),
  dateline: article.located || undefined,
  wordCount: article.words > 0 ? article.words : undefined,
  isAccessibleForFree: true,
  creativeWorkStatus: article.retracted ? 'Retracted' : undefined,
  image: some(article.images.map(toImage)),
  correction: some(article.corrections.map(toCorrection)),
  translationOfWork: article.translates && toWork(article.translates),
  workTranslation: some(article.translations.map(toWork)),
});

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** Who wrote it and whose copy it is; the paper itself where nobody else is named. */
function toSource({ bylines, credit, publisher }: ArticleFacts) {
  const authors = toAuthors(bylines, credit);
  return {
    author: authors.length > 0 ? authors : toPublisher(publisher),
    creditText: credit || undefined,
    sourceOrganization: credit ? { '@type': 'Organization' as const, name: credit } : undefined,
  };
}

const toImage = ({ url, width, height, caption, credit }: ImageFacts) => ({
  '@type': 'ImageObject' as const,
  url,
  width,
  height,
  caption: caption || undefined,
  creditText: credit || undefined,
});

const toCorrection = ({ text, at }: { text: string; at: Date }) => ({
  '@type': 'CorrectionComment' as const,
  text,
  datePublished: at.toISOString(),
});

const toWork = ({ url, language, headline }: TranslationFacts) => ({
  '@type': 'NewsArticle' as const,
  '@id': `${url}#article`,
  url,
  inLanguage: language,
  headline,
});
