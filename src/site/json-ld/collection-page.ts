import { type PublisherFacts, toWebsiteReference } from './publisher.ts';

export type CollectionFacts = {
  name: string;
  url: string;
  /** Absolute addresses of the articles, in the order of the page. */
  articleUrls: readonly string[];
  publisher: PublisherFacts;
};

/** A page that lists articles. */
export const toCollectionPage = ({ name, url, articleUrls, publisher }: CollectionFacts) => ({
  '@context': 'https://schema.org' as const,
  '@type': 'CollectionPage' as const,
  '@id': url,
  name,
  url,
  inLanguage: publisher.language,
  isPartOf: toWebsiteReference(publisher),
  mainEntity: {
    '@type': 'ItemList' as const,
    itemListElement: articleUrls.map((articleUrl, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      url: articleUrl,
    })),
  },
});
