import { parseDocument } from 'htmlparser2';

const REFERENCE = /&(?:#\d{1,8}|#x[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});?/gi;

const known = new Map<string, string>();

/** One named or numbered character of HTML, with its `&`; undefined where there is none of that name. */
export function htmlCharacter(reference: string): string | undefined {
  const cached = known.get(reference);
  if (cached !== undefined) return cached === reference ? undefined : cached;
  const [node] = parseDocument(reference).children;
  const text = node !== undefined && 'data' in node ? String(node.data) : reference;
  if (known.size < 5_000) known.set(reference, text);
  return text === reference ? undefined : text;
}

/** Text with HTML's character references resolved once; what is none stays as it stands. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (reference) => htmlCharacter(reference) ?? reference);
}
