export type PublisherFacts = {
  name: string;
  /** Absolute address of the edition's front. */
  url: string;
  language: string;
  /** Absolute address of the page that lists corrections. */
  correctionsUrl: string;
};

const organizationId = (url: string): string => `${url}#organization`;
const websiteId = (url: string): string => `${url}#website`;

/** Who publishes, as schema.org has it; the same `@id` on every page. */
export const toPublisher = ({ name, url, correctionsUrl }: PublisherFacts) => ({
  '@type': 'NewsMediaOrganization' as const,
  '@id': organizationId(url),
  name,
  url,
  correctionsPolicy: correctionsUrl,
});

/** An edition as a site. */
export const toWebsite = ({ name, url, language }: PublisherFacts) => ({
  '@type': 'WebSite' as const,
  '@id': websiteId(url),
  name,
  url,
  inLanguage: language,
  publisher: { '@id': organizationId(url) },
});

export const toWebsiteReference = ({ url }: PublisherFacts) => ({ '@id': websiteId(url) });
