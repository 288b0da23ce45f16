const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** Already written as a browser would read it: kept letter by letter, so that a link stays what its sender wrote. */
const PLAIN = /^(?:https?:\/\/[\w.~-]|mailto:)[\w.~:/?#[\]@!$&'()*+,;=%-]*$/i;

const LONGEST = 4096;

/**
 * An address that may stand in a link or picture: absolute, and http, https or mailto. Relative addresses are resolved
 * against `base`; anything else (`javascript:`, `data:`, no address at all, longer than 4,096 characters) is undefined.
 */
export function safeHref(href: string, base?: string): string | undefined {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const url = URL.parse(trimmed, base) ?? (trimmed.startsWith('//') ? URL.parse(`https:${trimmed}`) : null);
  if (url === null || !ALLOWED.has(url.protocol) || url.href.length > LONGEST) return undefined;
  return PLAIN.test(trimmed) ? trimmed : url.href;
}
