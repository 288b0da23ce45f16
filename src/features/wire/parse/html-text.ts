import { parseHtml } from '#document/parse-html.ts';
import { toText } from '#document/to-text.ts';

/** The words of a field that holds HTML, or of plain text; undefined where there are none. */
export function htmlText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  const text = /[<&]/.test(html) ? toText(parseHtml(html).document) : html;
  return text.trim() === '' ? undefined : text;
}
