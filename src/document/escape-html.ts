const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeText = (text: string): string => text.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);
export const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
