/** The address of a person's page in an edition. */
export const personPath = (prefix: string, slug: string): string => `${prefix}/person/${slug}`;
