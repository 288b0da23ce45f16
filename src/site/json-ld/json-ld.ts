import type { PageRecord, PublishedArticle } from '#features/articles/articles.ts';
import { pictureFile } from '#features/feeds/feeds.ts';
import { splitByline } from '../article/byline.ts';
import { wordsOfPicture } from '../article/with-pictures.ts';
import { editionWords } from '../edition-words.ts';
import { absoluteUrl, type EditionContext, sectionOf } from '../site-context.ts';
import { toBreadcrumb } from './breadcrumb.ts';
import { toCollectionPage } from './collection-page.ts';
import { listMentions } from './mentions.ts';
import { type ArticleFacts, type ImageFacts, type TranslationFacts, toNewsArticle } from './news-article.ts';
import { type PublisherFacts, toPublisher, toWebsite } from './publisher.ts';

const frontUrl = (context: EditionContext): string => absoluteUrl(context, context.edition.prefix || '/');

export const publisherOf = (context: EditionContext): PublisherFacts => ({
  name: context.edition.name,
  url: frontUrl(context),
  language: context.edition.language,
  correctionsUrl: absoluteUrl(context, `${context.edition.prefix}/corrections`),
});

/** What a front says of the paper to machines. */
export function frontJsonLd(context: EditionContext): object[] {
  const publisher = publisherOf(context);
  const schema = { '@context': 'https://schema.org' };
  return [
    { ...schema, ...toWebsite(publisher) },
    { ...schema, ...toPublisher(publisher) },
  ];
}

/** What a list says of itself to machines. */
export function listJsonLd(
  context: EditionContext,
  list: { name: string; path: string; articles: readonly { path: string }[] },
): object[] {
  const url = absoluteUrl(context, list.path);
  const articleUrls = list.articles.map(({ path }) => absoluteUrl(context, path));
  return [
    toCollectionPage({ name: list.name, url, articleUrls, publisher: publisherOf(context) }),
    toBreadcrumb([
      { name: context.edition.name, url: frontUrl(context) },
      { name: list.name, url },
    ]),
  ];
}

/** What an article says of itself to machines; the same as its page says to readers. */
export function articleJsonLd(
  context: EditionContext,
  article: PublishedArticle,
  record?: PageRecord,
): object[] {
  const facts = { ...toFacts(context, article), mentions: record ? listMentions(record) : [] };
  const section = sectionOf(context, article.section_id);
  return [
    toNewsArticle(facts),
    toBreadcrumb([
      { name: context.edition.name, url: frontUrl(context) },
      ...(section
        ? [{ name: section.name, url: absoluteUrl(context, `${context.edition.prefix}/${section.slug}`) }]
        : []),
      { name: facts.headline, url: facts.url },
    ]),
  ];
}

function toFacts(context: EditionContext, article: PublishedArticle): Omit<ArticleFacts, 'mentions'> {
  return {
    url: absoluteUrl(context, article.path),
    headline: article.headline,
    deck: article.deck,
    description: article.excerpt,
    language: article.language,
    published: article.visible_from,
    updated: article.updated_at,
    section: sectionOf(context, article.section_id)?.name ?? '',
    topics: article.topics.map(({ name }) => name),
    bylines: splitByline(article.byline),
    credit: article.credit.replace(/^\((.*)\)$/u, '$1'),
    located: article.revision.located,
    words: article.words,
    retracted: article.status === 'retracted',
    images: imagesOf(context, article),
    corrections: article.notices.map(({ note, published_at }) => ({
      text: note || editionWords(context.edition).correctedWithoutNote,
      at: new Date(published_at),
    })),
    ...translationsOf(context, article),
    publisher: publisherOf(context),
  };
}

/** A group of translations has the number of the article that the others translate. */
function translationsOf(
  context: EditionContext,
  article: PublishedArticle,
): { translates?: TranslationFacts; translations: TranslationFacts[] } {
  const toFact = ({
    path,
    language,
    headline,
  }: PublishedArticle['translations'][number]): TranslationFacts => ({
    url: absoluteUrl(context, path),
    language,
    headline,
  });
  if (article.id === article.translation_group) return { translations: article.translations.map(toFact) };
  const original = article.translations.find(({ id }) => id === article.translation_group);
  return { translates: original && toFact(original), translations: [] };
}

/** The pictures on the page, in the order and with the words that the article gives them. */
function imagesOf(context: EditionContext, article: PublishedArticle): ImageFacts[] {
  const stored = new Map(article.pictures.map((picture) => [picture.href, picture]));
  return article.revision.pictures.flatMap((reference) => {
    const picture = stored.get(reference.href);
    if (!picture) return [];
    const { path, width, height } = pictureFile(picture);
    const { caption, credit } = { ...picture, ...wordsOfPicture(reference) };
    return [{ url: absoluteUrl(context, path), width, height, caption: caption ?? '', credit: credit ?? '' }];
  });
}
