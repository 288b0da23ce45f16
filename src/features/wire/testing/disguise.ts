/** The same XML as another sender's software might write it: a prefix on every element, comments, other line ends. */
export function disguise(xml: string, namespace?: string): string {
  let first = true;
  const prefixed = xml.replace(/<(\/?)([A-Za-z][\w.-]*)/g, (_, slash: string, name: string) => {
    const binding = first && namespace !== undefined ? ` xmlns:q7="${namespace}"` : '';
    const bound = first ? binding || ' xmlns:q7="urn:x-none"' : '';
    first = false;
    return `<${slash}q7:${name}${bound}`;
  });
  return prefixed
    .replace(/^<\?xml[^>]*\?>/, '')
    .replaceAll('></q7:', '><!-- made by a machine --></q7:')
    .replaceAll('\n', '\r\n');
}

export const utf16 = (xml: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));

export const latin1 = (xml: string): Uint8Array =>
  new Uint8Array(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'latin1'));
