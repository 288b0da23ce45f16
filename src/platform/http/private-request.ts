/** Which cookies make a request one person's own: any at all, or those whose names begin so. */
export type PrivateCookies = 'any' | readonly string[];

/** Whether a request goes past the page cache. Credentials of any kind do: their owner may see what others may not. */
export const isPrivateRequest = (
  authorization: string | undefined,
  cookie: string | undefined,
  privateCookies: PrivateCookies,
): boolean => {
  if (authorization !== undefined) return true;
  if (cookie === undefined) return false;
  if (privateCookies === 'any') return true;
  return cookie
    .split(';')
    .some((pair) => privateCookies.some((prefix) => pair.trimStart().startsWith(prefix)));
};
