import { findElements, type MarkupElement, NO_ATTRIBUTES } from '#document/markup-tree.ts';
import { dropFurniture, dropInnerFurniture } from './page-furniture.ts';
import { findLead } from './page-lead.ts';
import { countPage, linkShare, type PageStats, statsOf } from './page-stats.ts';

/**
 * The element that holds a page's story, its furniture taken out; the tree is changed in place. After Arc90's
 * Readability: paragraphs lend their weight to what holds them, links take it away. Where the page says which element
 * is the article's body, that is believed if there is enough in it.
 */
export function extractArticle(root: MarkupElement): MarkupElement {
  const body = findElements(root, (element) => element.name === 'body', 1)[0] ?? root;
  dropFurniture(body);
  const stats = countPage(body);
  const story = markedBody(body, stats) ?? bestCandidate(body, stats) ?? body;
  const lead = findLead(story, body, stats);
  dropInnerFurniture(story);
  return lead === undefined ? story : { name: 'div', attributes: NO_ATTRIBUTES, children: [lead, story] };
}

const total = (stats: PageStats, elements: readonly MarkupElement[]): number =>
  elements.reduce((sum, element) => sum + statsOf(stats, element).words, 0);

/** schema.org's articleBody; several of them where a page cuts its story into pieces. */
function markedBody(body: MarkupElement, stats: PageStats): MarkupElement | undefined {
  const marked = findElements(
    body,
    (element) => /articlebody/i.test(element.attributes.itemprop ?? ''),
    30,
  ).filter((element) => statsOf(stats, element).words > 200);
  const outer = marked.filter(
    (element) => !marked.some((other) => other !== element && contains(stats, other, element)),
  );
  if (outer.length === 0 || total(stats, outer) < 400) return undefined;
  return outer.length === 1 ? outer[0] : { name: 'div', attributes: NO_ATTRIBUTES, children: outer };
}

function contains(stats: PageStats, outer: MarkupElement, inner: MarkupElement): boolean {
  for (
    let parent = statsOf(stats, inner).parent;
    parent !== undefined;
    parent = statsOf(stats, parent).parent
  ) {
    if (parent === outer) return true;
  }
  return false;
}

const POSITIVE = /article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story/i;
const NEGATIVE =
  /-ad-|hidden|banner|combx|comment|com-|contact|foot|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget/i;

function nameWeight({ attributes, name }: MarkupElement): number {
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
  const element =
    name === 'article'
      ? 15
      : name === 'div' || name === 'section' || name === 'main'
        ? 5
        : /^(?:ol|ul|dl|li|form|address|th)$/.test(name)
          ? -3
          : /^h[1-6]$/.test(name)
            ? -5
            : 0;
  return element + (POSITIVE.test(names) ? 25 : 0) - (NEGATIVE.test(names) ? 25 : 0);
}

const INLINE = new Set(
  'a abbr b bdo cite code em font i img kbd mark q s small span strong sub sup time u br wbr del ins'.split(
    ' ',
  ),
);

/** A paragraph, or a block that has words of its own and only inline elements in it. */
function isParagraph(element: MarkupElement): boolean {
  if (element.name === 'p' || element.name === 'pre' || element.name === 'blockquote') return true;
  if (element.name !== 'div' && element.name !== 'td' && element.name !== 'section' && element.name !== 'li')
    return false;
  const words = element.children.some((child) => typeof child === 'string' && child.trim().length > 25);
  return (
    words &&
    (element.name !== 'li' ||
      element.children.every((child) => typeof child === 'string' || INLINE.has(child.name)))
  );
}

function bestCandidate(body: MarkupElement, stats: PageStats): MarkupElement | undefined {
  const scores = new Map<MarkupElement, number>();
  for (const element of findElements(body, isParagraph, 20_000)) {
    const { words, commas } = statsOf(stats, element);
    if (words < 25 || linkShare(stats, element) > 0.7) continue;
    const score = 1 + Math.min(commas, 10) + Math.min(Math.floor(words / 100), 3);
    let holder =
      element.name === 'p' || element.name === 'li' || element.name === 'pre'
        ? statsOf(stats, element).parent
        : element;
    for (const share of [1, 1 / 2, 1 / 6, 1 / 9]) {
      if (holder === undefined) break;
      scores.set(holder, (scores.get(holder) ?? nameWeight(holder)) + score * share);
      holder = statsOf(stats, holder).parent;
    }
  }
  const ranked = [...scores]
    .map(([element, score]) => ({ element, score: score * (1 - linkShare(stats, element)) }))
    .sort((a, b) => b.score - a.score);
  const [top] = ranked;
  if (top === undefined) return undefined;
  return (
    wholeStory(top.element, body, stats) ??
    withSiblings(top.element, top.score, new Map(ranked.map((one) => [one.element, one.score])), stats)
  );
}

/**
 * The page's own `article` or `main` around the best block, where the story is spread over several blocks in it: mostly
 * words rather than links, and not so much more than the block that it must hold something else.
 */
function wholeStory(best: MarkupElement, body: MarkupElement, stats: PageStats): MarkupElement | undefined {
  const own = statsOf(stats, best).words;
  let found: MarkupElement | undefined;
  for (
    let outer = statsOf(stats, best).parent;
    outer !== undefined && outer !== body;
    outer = statsOf(stats, outer).parent
  ) {
    const { words, linkWords } = statsOf(stats, outer);
    if (linkWords > words * 0.25 || words > Math.max(own * 4, 3_000) || words < own * 1.1) continue;
    if (outer.name === 'article' || outer.name === 'main' || outer.attributes.role === 'main')
      found ??= outer;
  }
  return found;
}

/** Stories cut into neighbouring blocks: siblings of the best that score like it, and paragraphs beside it. */
function withSiblings(
  top: MarkupElement,
  score: number,
  scores: Map<MarkupElement, number>,
  stats: PageStats,
): MarkupElement {
  const outer = outermostAlone(top, stats);
  const parent = statsOf(stats, outer).parent;
  if (parent === undefined) return top;
  const least = Math.max(10, score * 0.2);
  const kept = parent.children.filter((child) => {
    if (typeof child === 'string') return false;
    if (child === outer) return true;
    const sameClass =
      child.attributes.class !== undefined && child.attributes.class === outer.attributes.class;
    const piece = sameClass && statsOf(stats, child).paragraphs > 0 && linkShare(stats, child) < 0.1;
    if (piece && outer !== top) return true;
    if ((scores.get(child) ?? 0) + (sameClass ? score * 0.2 : 0) >= least) return true;
    return child.name === 'p' && statsOf(stats, child).words > 80 && linkShare(stats, child) < 0.25;
  });
  return kept.length === 1 ? top : { name: 'div', attributes: NO_ATTRIBUTES, children: kept };
}

/** The outermost element that holds a block and next to nothing else: pieces of a story stand in such wrappers. */
function outermostAlone(block: MarkupElement, stats: PageStats): MarkupElement {
  const own = statsOf(stats, block).words;
  let found = block;
  for (let outer = statsOf(stats, block).parent; outer !== undefined; outer = statsOf(stats, outer).parent) {
    if (outer.name === 'body' || outer.name === 'html' || statsOf(stats, outer).words > own * 1.02) break;
    if (statsOf(stats, outer).parent === undefined) break;
    found = outer;
  }
  return found;
}
