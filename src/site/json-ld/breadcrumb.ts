export type Step = { name: string; url: string };

/** The way from the front to a page, the page itself last. */
export const toBreadcrumb = (steps: readonly Step[]) => ({
  '@context': 'https://schema.org' as const,
  '@type': 'BreadcrumbList' as const,
  itemListElement: steps.map(({ name, url }, index) => ({
    '@type': 'ListItem' as const,
    position: index + 1,
    name,
    item: url,
  })),
});
