import { oneLine } from './clean-text.ts';
import type { Figure } from './document.ts';
import { findElements, type MarkupElement, textOf, walkMarkup } from './markup-tree.ts';
import { safeHref } from './safe-href.ts';

/** Where pages that load their pictures late keep the real address. */
const LATE_ADDRESSES = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-src-large'];

const CREDIT_CLASS = /credit|copyright|photographer|source|byline/i;

/** A picture's address, or undefined where it has none that may stand on a page, or is a one-pixel counter. */
function pictureAddress(attributes: MarkupElement['attributes'], base?: string): string | undefined {
  if ([attributes.width, attributes.height].some((size) => size === '1' || size === '0')) return undefined;
  const late = LATE_ADDRESSES.map((name) => attributes[name]).find(
    (value) => value !== undefined && value !== '',
  );
  const first = attributes.srcset?.trim().split(/[\s,]/, 1)[0];
  for (const address of [late, attributes.src, first]) {
    const href = address === undefined ? undefined : safeHref(address, base);
    if (href !== undefined && !href.startsWith('mailto:')) return href;
  }
  return undefined;
}

/** `<img>` as a figure. */
export function figureFromImage(image: MarkupElement, base?: string): Figure | undefined {
  const src = pictureAddress(image.attributes, base);
  if (src === undefined) return undefined;
  const alt = oneLine(image.attributes.alt ?? '');
  return { type: 'figure', attrs: { src, ...(alt === '' ? {} : { alt }) } };
}

/** Small pictures that stand for a character: their words take their place. */
export const isEmoji = (image: MarkupElement): boolean =>
  /\b(?:emoji|wp-smiley|twemoji)\b/.test(image.attributes.class ?? '') && (image.attributes.alt ?? '') !== '';

/**
 * `<figure>` as figures: one for each picture, the last with the caption and credit. Undefined where the element holds
 * no picture, or words outside its caption (a table, a quotation): then it is read as any other block.
 */
export function figuresFromElement(element: MarkupElement, base?: string): Figure[] | undefined {
  const images = findElements(element, (child) => child.name === 'img', 50);
  const captions = findElements(element, (child) => child.name === 'figcaption', 2);
  if (images.length === 0 || wordsOutside(element, captions)) return undefined;
  const figures = images
    .map((image) => figureFromImage(image, base))
    .filter((figure) => figure !== undefined);
  const last = figures.at(-1);
  const caption = captions[0];
  if (last !== undefined && caption !== undefined) Object.assign(last.attrs, captionAndCredit(caption));
  return figures;
}

function wordsOutside(element: MarkupElement, captions: readonly MarkupElement[]): boolean {
  let words = false;
  walkMarkup(element, (event) => {
    if (event.at === 'open' && (captions.includes(event.element) || NO_WORDS.has(event.element.name)))
      return 'skip';
    if (event.at === 'text' && event.text.trim() !== '') words = true;
    return undefined;
  });
  return words;
}

const NO_WORDS = new Set(['noscript', 'script', 'style', 'button', 'svg', 'template']);

function captionAndCredit(caption: MarkupElement): { caption?: string; credit?: string } {
  let words = '';
  let credit = '';
  walkMarkup(caption, (event) => {
    if (event.at === 'text') words += event.text;
    if (event.at !== 'open' || event.element === caption) return undefined;
    if (NO_WORDS.has(event.element.name)) return 'skip';
    if (!isCredit(event.element)) return undefined;
    credit += ` ${textOf(event.element)}`;
    words += ' ';
    return 'skip';
  });
  const [captionText, creditText] = [oneLine(words), oneLine(credit)];
  return {
    ...(captionText === '' ? {} : { caption: captionText }),
    ...(creditText === '' ? {} : { credit: creditText }),
  };
}

const isCredit = (element: MarkupElement): boolean =>
  element.name === 'small' || element.name === 'cite' || CREDIT_CLASS.test(element.attributes.class ?? '');
