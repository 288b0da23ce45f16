/** The names of a byline as copy writes it: "By Ann Lee and Bo Marsh", "김하늘·박도윤 기자". */
export function splitByline(byline: string): string[] {
  const names = byline
    .trim()
    .replace(/^(?:by|von|par|por)\s+/iu, '')
    .replace(/\s*기자$/u, '');
  return names
    .split(/\s*(?:,|·|;|\s&\s|\sand\s|\sund\s|\set\s)\s*/iu)
    .map((name) => name.trim())
    .filter(Boolean);
}
