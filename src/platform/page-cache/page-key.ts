export type CanonicalQuery = { readonly key: string; readonly query: URLSearchParams };

/**
 * The key of a page: its path and, of its query, only the parameters that the route reads, in one order, each once.
 * What is not listed (`utm_source`, a click id) neither makes another page nor reaches the render.
 * The key is itself a valid address of the page, so a canonical request finds it without being parsed.
 */
export const canonicalKey = (
  path: string,
  given: URLSearchParams,
  names: readonly string[],
): CanonicalQuery => {
  const query = new URLSearchParams();
  for (const name of names.toSorted()) {
    const value = given.get(name);
    if (value !== null && value !== '') query.set(name, value);
  }
  return { key: query.size === 0 ? path : `${path}?${query}`, query };
};
