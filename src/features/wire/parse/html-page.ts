import type { Document } from '#document/document.ts';
import { documentFromMarkup } from '#document/document-from-markup.ts';
import { parseHtmlTree } from '#document/html-tree.ts';
import { parseHtml } from '#document/parse-html.ts';
import { parseText } from '#document/parse-text.ts';
import { toText } from '#document/to-text.ts';
import type { ParsedMessage } from '../wire-item.schema.ts';
import { extractArticle } from './extract-article.ts';
import { guessLanguage } from './guess-language.ts';
import { finishItem, type ItemDraft, languageTag } from './item-draft.ts';
import { firstReadable } from './page-dates.ts';
import { dropPageHead } from './page-head.ts';
import { readPageMetadata } from './page-metadata.ts';

/** A web page as one item: the story found among its furniture, the rest from what the page says about itself. */
export function parseHtmlPage(html: string, url?: string): ParsedMessage {
  const tree = parseHtmlTree(html);
  const page = readPageMetadata(tree.root);
  const base = page.base === undefined ? url : (URL.parse(page.base, url)?.href ?? url);
  const canonical = page.canonical === undefined ? undefined : URL.parse(page.canonical, url)?.href;
  const notes = [...tree.notes];
  const dates = firstReadable(tree.root, page, canonical ?? url, notes);
  const parsed = documentFromMarkup(extractArticle(tree.root), base ?? canonical);
  notes.push(...parsed.notes);
  const body = dropPageHead(fullerBody(parsed.document, page.articleBody), page);
  const draft: ItemDraft = {
    notes,
    uri: canonical ?? url,
    language: languageTag(page.language) ?? guessLanguage(toText(body)),
    headline: page.headline,
    abstract: page.abstract,
    byline: page.byline,
    body,
    firstcreated: dates.published,
    versioncreated: dates.modified ?? dates.published,
    subject: page.section === undefined ? [] : [{ name: page.section }],
    keywords: page.keywords,
    links: [canonical, url].filter((href) => href !== undefined).map((href) => ({ href, rel: 'alternate' })),
    media: page.image === undefined ? [] : [{ href: URL.parse(page.image, base)?.href, type: 'image' }],
  };
  return { format: 'html', items: [finishItem(draft)], failures: [] };
}

/** What the page gives search engines, where the story in its markup is only the beginning of it. */
function fullerBody(found: Document, articleBody: string | undefined): Document {
  if (articleBody === undefined) return found;
  const text = /<p\b|&lt;p\b/i.test(articleBody) ? parseHtml(articleBody).document : parseText(articleBody);
  return toText(found).length * 2 < toText(text).length ? text : found;
}
