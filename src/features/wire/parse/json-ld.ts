import { findElements, type MarkupElement, textOf } from '#document/markup-tree.ts';
import { isObject, type JsonObject, listValue, textValue } from './json-value.ts';

export type LinkedData = {
  headline?: string;
  description?: string;
  authors: string[];
  published?: string;
  modified?: string;
  language?: string;
  body?: string;
  section?: string;
  keywords: string[];
};

const ARTICLE = /(?:^|\/)(?:\w{0,30}(?:Article|Posting|Report|Review)|Recipe|LiveBlogPosting)$/;

/** schema.org's article in a page's JSON-LD; undefined where there is none, or only broken JSON. */
export function readLinkedData(root: MarkupElement): LinkedData | undefined {
  const scripts = findElements(
    root,
    (element) => element.name === 'script' && /ld\+json/i.test(element.attributes.type ?? ''),
    50,
  );
  const articles = scripts.flatMap((script) => objectsIn(jsonIn(textOf(script)))).filter(isArticle);
  const [article] = articles.sort((a, b) => Object.keys(b).length - Object.keys(a).length);
  return article === undefined ? undefined : toLinkedData(article);
}

function jsonIn(text: string): unknown {
  const bare = text
    .replace(/^\s{0,1000}(?:\/\*\s{0,9})?<!\[CDATA\[(?:\s{0,9}\*\/)?/, '')
    .replace(/(?:\/\*\s{0,9})?\]\]>(?:\s{0,9}\*\/)?\s{0,1000}$/, '');
  for (const attempt of [
    bare,
    bare.replace(/[\n\r\t]+/g, ' '),
    bare
      .replace(/[\n\r\t]+/g, ' ')
      .replace(/;\s{0,9}$/, '')
      .replace(/,\s{0,9}([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return undefined;
}

/** Every object up to four levels down lists and graphs, at most two hundred. */
function objectsIn(value: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  let level: unknown[] = [value];
  for (let depth = 0; depth < 5 && found.length < 200; depth += 1) {
    const next: unknown[] = [];
    for (const one of level) {
      if (Array.isArray(one)) next.push(...one.slice(0, 200));
      else if (isObject(one)) {
        found.push(one);
        for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'])
          if (one[key] !== undefined) next.push(one[key]);
      }
    }
    level = next;
  }
  return found;
}

const isArticle = (object: JsonObject): boolean =>
  listValue(object['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));

function toLinkedData(article: JsonObject): LinkedData {
  return {
    headline: textValue(article.headline) ?? textValue(article.name),
    description: textValue(article.description),
    authors: namesOf(article.author ?? article.creator),
    published: textValue(article.datePublished) ?? textValue(article.dateCreated),
    modified: textValue(article.dateModified),
    language: textValue(isObject(article.inLanguage) ? article.inLanguage.alternateName : article.inLanguage),
    body: textValue(article.articleBody),
    section: textValue(listValue(article.articleSection)[0]),
    keywords: listValue(article.keywords).flatMap((one) => (typeof one === 'string' ? one.split(',') : [])),
  };
}

function namesOf(value: unknown): string[] {
  return listValue(value).flatMap((one) => {
    const name = isObject(one)
      ? listValue(one.name)
          .map(textValue)
          .find((found) => found !== undefined)
      : textValue(one);
    return name === undefined || /^https?:/i.test(name) ? [] : [name];
  });
}
