import { EMPTY_DOCUMENT } from '#document/document.ts';
import { parseText } from '#document/parse-text.ts';
import type { BodyDraft } from './body-draft.ts';
import { elementBody, htmlBody } from './markup-body.ts';
import { formalName } from './newsml-12-names.ts';
import { dataOf, isEquivalents, type Part } from './newsml-12-parts.ts';
import { nitfBody, nitfHead } from './nitf-body.ts';
import { attributeOf, childOf, descendantOf, elementsOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** Roles of texts that are no copy of their own: fields of the item, or words that go with a picture. */
const BESIDE =
  /^(?:stylesheet|headline|title|subtitle|caption|legend|description|slug(?:line)?|byline|credit(?:line)?|keywords?|dateline|copyright(?:line)?|contact|logo|thumbnail|quicklook|preview|multimedia)$|note/;
const SUMMARY = /^(?:summary|abstract|teaser|lead|chapeau|standfirst|intro(?:duction)?)$/;
const MAIN = /^(?:main|body|text|story|article|maintext|bodytext|full ?text|newscomponent)?$/;

export type TextDraft = BodyDraft & { summary?: string; part?: Part; nitf?: XmlElement; sent: boolean };

/**
 * The copy of an item: its main text in the richest of equivalent formats, further main texts after it. Lead, title and
 * captions are told by their roles; other texts are left out with a note.
 */
export function newsml12Text(parts: readonly Part[], language: string | undefined): TextDraft {
  const texts = parts.filter((part) => part.kind === 'text' && dataOf(part.content) !== undefined);
  const mains = withoutEquivalents(
    texts.filter(({ role }) => !BESIDE.test(role) && !SUMMARY.test(role)),
    language,
  );
  mains.sort((a, b) => Number(MAIN.test(b.role)) - Number(MAIN.test(a.role)));
  const [first, ...rest] = mains;
  const of = (role: RegExp): string | undefined => words(texts.find((part) => role.test(part.role)));
  const fields = { headline: of(/^(?:headline|title)$/), summary: of(SUMMARY), byline: of(/^byline$/) };
  const noteTexts = texts.filter(({ role }) => /note/.test(role)).map(words);
  const body = first === undefined ? emptyDraft() : readContent(first.content);
  const content = [...body.body.content];
  const notes = [...body.notes];
  const ednotes = [...body.ednotes, ...noteTexts.filter((one) => one !== undefined)];
  for (const part of rest) {
    if (!MAIN.test(part.role)) {
      notes.push(`A further text (${part.role.slice(0, 40)}) was left out.`);
      continue;
    }
    const more = readContent(part.content);
    content.push(...more.body.content);
    ednotes.push(...more.ednotes);
  }
  return {
    ...body,
    headline: fields.headline ?? body.headline,
    byline: fields.byline ?? body.byline,
    body: { type: 'doc', content },
    notes,
    ednotes,
    sent: first !== undefined,
    ...(fields.summary === undefined ? {} : { summary: fields.summary }),
    ...(first === undefined ? {} : { part: first, nitf: descendantOf(dataOf(first.content), 'nitf') }),
  };
}

const emptyDraft = (): BodyDraft => ({ body: EMPTY_DOCUMENT, ednotes: [], notes: [] });

/** Of texts that are equivalents of each other, the one in the item's language, in the richest format. */
function withoutEquivalents(texts: readonly Part[], language: string | undefined): Part[] {
  const best = new Map<unknown, Part>();
  for (const part of texts) {
    const list = part.chain.find(isEquivalents);
    const key = list ?? part.content;
    const other = best.get(key);
    if (other === undefined || rank(part, language) > rank(other, language)) best.set(key, part);
  }
  return [...best.values()];
}

function rank(part: Part, language: string | undefined): number {
  const format = `${formalName(childOf(part.content, 'MimeType'))} ${formalName(childOf(part.content, 'Format'))}`;
  const rich = /html|nitf/i.test(format) || elementsOf(dataOf(part.content)).length > 0 ? 1 : 0;
  const main = MAIN.test(part.role) ? 2 : 0;
  const same = language === undefined || part.language === undefined || part.language === language ? 4 : 0;
  return rich + main + same;
}

const words = (part: Part | undefined): string | undefined => {
  const data = part === undefined ? undefined : dataOf(part.content);
  const text = wordsOf(descendantOf(data, 'body') ?? data)?.replace(/\s+/g, ' ');
  return text !== undefined && /<[a-z]/i.test(text) ? text.replace(/<[^<>]{0,300}>/g, ' ') : text;
};

/** NITF, XHTML, bare paragraphs, HTML or plain text in a DataContent, whatever the content item calls it. */
function readContent(content: XmlElement): BodyDraft {
  const data = dataOf(content);
  if (data === undefined) return emptyDraft();
  const nitf = descendantOf(data, 'nitf');
  if (nitf !== undefined) return { ...nitfHead(nitf), ...nitfBody(nitf) };
  if (elementsOf(data).length > 0) {
    const html = descendantOf(data, 'body') ?? data;
    const { document, notes, ednotes } = elementBody(html);
    return { body: document, notes, ednotes };
  }
  const text = decoded(content, wordsOf(data) ?? '');
  if (/<\/?(?:p|div|br|h[1-6]|ul|table|html)\b[^<>]{0,300}>/i.test(text)) {
    const { document, notes, ednotes } = htmlBody(text);
    return { body: document, notes, ednotes };
  }
  return { ...emptyDraft(), body: parseText(text) };
}

/** Data that is written in Base64 says so in the Encoding around it. */
function decoded(content: XmlElement, text: string): string {
  const notation = attributeOf(childOf(content, 'Encoding'), 'Notation') ?? '';
  return /base-?64/i.test(notation) ? Buffer.from(text, 'base64').toString('utf8') : text;
}
