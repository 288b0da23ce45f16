import { escapeMarkup, toXmlText } from '#features/feeds/feeds.ts';

/** Plain words as they stand in XML, in an element or an attribute. */
export const escaped = (text: string): string => escapeMarkup(toXmlText(text));

type Attributes = Record<string, string | number | undefined>;

/** An attribute list; what is undefined or empty is left away. */
const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

/** An element of plain words, escaped; nothing where there are no words. */
export const words = (name: string, text: string | undefined, attributes: Attributes = {}): string =>
  text ? `<${name}${attributesOf(attributes)}>${escaped(text)}</${name}>` : '';

/** An element without content. */
export const empty = (name: string, attributes: Attributes): string =>
  `<${name}${attributesOf(attributes)}/>`;

/** An element around others, given as markup; nothing where there are none. */
export const around = (name: string, content: readonly string[], attributes: Attributes = {}): string => {
  const inside = content.join('');
  return inside ? `<${name}${attributesOf(attributes)}>${inside}</${name}>` : '';
};

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** HTML as `toHtml` writes it, in the syntax of XML: its empty elements are closed. `>` in attributes is escaped already. */
export const toXhtml = (html: string): string =>
  toXmlText(html).replace(/<(br|hr|img)\b([^>]*)>/g, '<$1$2/>');
