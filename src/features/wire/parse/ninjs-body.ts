import { type Document, EMPTY_DOCUMENT } from '#document/document.ts';
import { parseText } from '#document/parse-text.ts';
import { type JsonObject, textValue } from './json-value.ts';
import { htmlBody } from './markup-body.ts';
import { type NinjsText, texts } from './ninjs-texts.ts';
import { nitfBody } from './nitf-body.ts';
import { parseXml } from './parse-xml.ts';

export type NinjsBody = { document: Document; notes: string[]; ednotes: string[] };

/** The richest body: HTML, then XHTML, then plain text, then NITF; 1.x as `body_…` keys, 2.x and 3.x as a list. */
export function ninjsBody(flat: JsonObject): NinjsBody {
  const listed = texts(flat.bodies).filter((one) => !/ednote|internal/.test(one.role));
  const keyed = Object.entries(flat)
    .filter(([key]) => key.startsWith('body') && key !== 'bodies')
    .flatMap(([key, value]) => {
      const text = textValue(value);
      return text === undefined ? [] : [{ text, role: '', contentType: key.slice(4) || 'text' }];
    });
  let first: NinjsBody | undefined;
  for (const text of [...listed, ...keyed].sort((a, b) => richness(b) - richness(a))) {
    const body = readBody(text);
    if (body.document.content.length > 0) return body;
    first ??= body;
  }
  return first ?? { document: EMPTY_DOCUMENT, notes: [], ednotes: [] };
}

const richness = ({ contentType, role, text }: NinjsText): number => {
  const kind = `${contentType} ${role}`;
  const main = /main|body|article|full/.test(role) ? 1 : 0;
  if (/nitf/.test(kind) || /^\s{0,40}(?:<\?xml[^>]{0,200}>\s{0,40})?<nitf\b/.test(text)) return 2 + main;
  if (/html/.test(kind)) return 6 + main;
  return 4 + main;
};

function readBody({ text, contentType, role }: NinjsText): NinjsBody {
  const kind = `${contentType} ${role}`;
  if (/nitf/.test(kind) || text.slice(0, 400).includes('<nitf')) return readNitf(text);
  if (
    /html/.test(kind) ||
    (!/plain/.test(kind) && /<(?:p|div|br|section|h[1-6]|ul|table|html)\b[^>]{0,300}>/i.test(text))
  ) {
    return htmlBody(text);
  }
  return { document: parseText(text), notes: [], ednotes: [] };
}

function readNitf(text: string): NinjsBody {
  const { root, notes } = parseXml(text);
  const { body, ednotes, notes: more } = nitfBody(root);
  return { document: body, notes: [...notes, ...more], ednotes };
}
