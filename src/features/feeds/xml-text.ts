/** Everything outside the production Char of XML 1.0 (2.2), lone surrogates included: no escape can bring it in. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text without the characters that XML 1.0 forbids, its lines kept; still to be escaped where it is no markup. */
export const toXmlText = (text: string): string => text.replace(NOT_XML, '');

/** A text on one line without the characters that XML 1.0 forbids; still to be escaped. */
export const toXmlLine = (text: string): string => toXmlText(text).replace(/\s+/gu, ' ').trim();

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in markup, in an element or an attribute. Both HTML and XML read all of these. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);

/** A text on one line, ready to stand in XML. */
export const escapeXml = (text: string): string => escapeMarkup(toXmlLine(text));
