import { escapeText } from '#document/escape-html.ts';

/** Puts the dateline place before the first words of a body: "ARDENHOLM — The council …". */
export function withLocated(bodyHtml: string, located: string | undefined): string {
  if (!located || !bodyHtml.startsWith('<p>')) return bodyHtml;
  return `<p><span class="located">${escapeText(located)}</span> <span class="dash">—</span> ${bodyHtml.slice(3)}`;
}
