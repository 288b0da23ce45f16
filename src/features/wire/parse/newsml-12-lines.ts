import { oneLine } from '#document/clean-text.ts';
import { textOf } from '#document/markup-tree.ts';
import { formalName, propertiesOf } from './newsml-12-names.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  outermostOf,
  wordsOf,
  type XmlElement,
  xmlAttribute,
} from './xml-tree.ts';

export type NewsLines = {
  headline?: string;
  abstract?: string;
  byline?: string;
  dateline?: string;
  credit?: string;
  copyright?: string;
  slugline?: string;
  keywords: string[];
  ednotes: string[];
};

/** NewsLine types that speak to editors, and those that are a summary. */
const NOTE_TYPE = /note|advisor|attention|instruction|embargo|correction/i;
const SUMMARY_TYPE = /abstract|summary|teaser|standfirst/i;
const SLUG_TYPE = /^(?:slug(?:line)?|catch-?(?:word|line))$/i;

/** The lines of the components around a text, the nearest first; of lines in several languages, those in the item's. */
export function newsLines(components: readonly XmlElement[], language: string | undefined): NewsLines {
  const lists = components.flatMap((component) => childrenOf(component, 'NewsLines'));
  const first = (name: string): string | undefined =>
    lists.map((list) => inLanguage(childrenOf(list, name), language)).find((one) => one !== undefined);
  const typed = lists.flatMap((list) => childrenOf(list, 'NewsLine'));
  const ofType = (type: RegExp): string[] =>
    typed
      .filter((line) => type.test(formalName(childOf(line, 'NewsLineType')) ?? ''))
      .flatMap((line) => childrenOf(line, 'NewsLineText').map((text) => oneLine(textOf(text))));
  const keywords = lists.flatMap((list) =>
    childrenOf(list, 'KeywordLine').map((line) => wordsOf(line) ?? ''),
  );
  return {
    headline: first('HeadLine'),
    abstract: first('SubHeadLine') ?? ofType(SUMMARY_TYPE)[0],
    byline: first('ByLine'),
    dateline: first('DateLine'),
    credit: first('CreditLine'),
    copyright: first('CopyrightLine'),
    slugline: first('SlugLine') ?? ofType(SLUG_TYPE)[0],
    keywords: keywords.flatMap((line) => line.split(/[,;/]/)),
    ednotes: ofType(NOTE_TYPE),
  };
}

function inLanguage(elements: readonly XmlElement[], language: string | undefined): string | undefined {
  const same = elements.find((one) => language !== undefined && xmlAttribute(one, 'lang') === language);
  return [same, ...elements]
    .map((one) => wordsOf(one)?.replace(/\s+/g, ' '))
    .find((one) => one !== undefined);
}

/** Comments that senders call notes to editors; a comment without such a name is a machine's. */
export const commentNotes = (newsItem: XmlElement): string[] =>
  outermostOf(newsItem, 'Comment', ['NewsItem', 'DataContent'])
    .slice(0, 200)
    .filter((comment) => /edit|note|advis|instruct|desk/i.test(attributeOf(comment, 'FormalName') ?? ''))
    .map((comment) => oneLine(textOf(comment)))
    .filter((note) => note !== '');

/** Keywords as properties ("Keyword") and in the list of its own that one vendor's software writes. */
export function descriptiveKeywords(components: readonly XmlElement[]): string[] {
  return components.flatMap((component) => [
    ...propertiesOf(childOf(component, 'DescriptiveMetadata'), /^keywords?$/i),
    ...childrenOf(childOf(component, 'item_keywords'), 'item_keyword').map((one) => wordsOf(one) ?? ''),
  ]);
}
