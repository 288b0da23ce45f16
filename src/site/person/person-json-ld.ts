import { toBreadcrumb } from '../json-ld/breadcrumb.ts';
import { publisherOf } from '../json-ld/json-ld.ts';
import { toWebsiteReference } from '../json-ld/publisher.ts';
import { absoluteUrl, type EditionContext } from '../site-context.ts';

/**
 * What a person's page says of itself to machines (schema.org ProfilePage). Of the person only the name: a role is what an article called
 * somebody on its day. Where the name may be that of several people, nobody.
 */
export function personJsonLd(
  context: EditionContext,
  { name, path, certain }: { name: string; path: string; certain: boolean },
): object[] {
  const url = absoluteUrl(context, path);
  const publisher = publisherOf(context);
  return [
    {
      '@context': 'https://schema.org',
      '@type': certain ? 'ProfilePage' : 'WebPage',
      '@id': url,
      name,
      url,
      inLanguage: publisher.language,
      isPartOf: toWebsiteReference(publisher),
      ...(certain && { mainEntity: { '@type': 'Person', '@id': `${url}#person`, name, url } }),
    },
    toBreadcrumb([
      { name: publisher.name, url: publisher.url },
      { name, url },
    ]),
  ];
}
