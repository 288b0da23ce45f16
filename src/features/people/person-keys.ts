/** The page of a person, and what links to it. */
export const personKey = (id: number): string => `person:${id}`;
