import { oneLine } from '#document/clean-text.ts';
import { type MarkupElement, textOf } from '#document/markup-tree.ts';
import { isFurnitureLine } from './furniture-words.ts';
import { countPage, linkShare, type PageStats, statsOf } from './page-stats.ts';
import { takeElements } from './private-markup.ts';

const NEVER_STORY = new Set(
  'script style noscript nav aside form iframe object embed template select button input textarea svg dialog menu label fieldset'.split(
    ' ',
  ),
);

const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|dialog|alertdialog|menu|menubar|search|toolbar|tooltip|form|button)$/i;

const UNLIKELY =
  /(?:^|[\s_-])(?:ad|ads|advert\w*|adsbygoogle|banner|bio|breadcrumbs?|byline|combx|comments?|commentlist|community|cookies?|consent|cover-wrap|disqus|disclaimer|extra|foot|footer|footnav|gdpr|legends|masthead|menu|meta|metadata|modal|most-?(?:read|popular|viewed)|nav|navbar|navigation|newsletters?|outbrain|overlay|pager|pagination|paywall|popup|popular|post-?meta|print|promo\w*|related\w*|recirc\w*|recommend\w*|remark|replies|rss|share\w*|sharing|shoutbox|sidebar|skip(?:-?link)?|skyscraper|social\w*|sponsor\w*|subscri\w*|supplemental|taboola|tag-?list|tags|taxonomy|tool(?:s|bar)|trending|tweet-?button|widget\w*|yom-remote|author-?(?:bio|box|info)|more-?(?:stories|news|on)|read-?(?:more|next|also)|see-?also|up-?next|entry-?(?:meta|footer|utility)|signup|sign-up|toc|copyright|credits?|caption|visually-?hidden|screen-?reader-?text|sr-only|jump-?to|wp-caption-text|hidden)(?=[\s_-]|$)/i;
const LIKELY =
  /(?:^|[\s_-])(?:article|articlebody|body|content|entry|hentry|main|page|post|story|text|blog|column|shadow|h-entry)(?=[\s_-]|$)/i;
const SURE =
  /(?:article|story|post|entry)-?_?(?:body|content|text)(?:[_-]?(?:wrap\w*|inner|outer|container|main|area|full|\d+))*(?=\s|$)|articlebody(?=\s|$)|maincontent/i;

/** Classes and id, with the words of "RelatedCoverage" parted as those of "related-coverage" are. */
export const namesOf = ({ attributes }: MarkupElement): string =>
  `${attributes.class ?? ''} ${attributes.id ?? ''}`.replace(/([a-z\d])([A-Z])/g, '$1-$2');

/**
 * Takes a page's furniture out of its tree, in place: what can never be a story by its element or role, and what is
 * called like furniture unless most of the page's words stand in it.
 */
export function dropFurniture(root: MarkupElement): void {
  takeElements(
    root,
    (element) =>
      NEVER_STORY.has(element.name) || ROLES.test(element.attributes.role ?? '') || isHidden(element),
  );
  const stats = countPage(root);
  const total = statsOf(stats, root).words;
  takeElements(root, (element) => {
    if (
      element.name === 'body' ||
      element.name === 'article' ||
      element.name === 'html' ||
      element.name === 'main'
    )
      return false;
    const heavy = statsOf(stats, element).words > total * 0.35 && linkShare(stats, element) < 0.5;
    if (heavy) return false;
    if (element.name === 'footer') return true;
    const names = namesOf(element);
    if (!UNLIKELY.test(names) || SURE.test(names) || element.attributes.itemprop === 'articleBody')
      return false;
    return !LIKELY.test(names) || statsOf(stats, element).paragraphs < 3;
  });
}

const isHidden = ({ attributes }: MarkupElement): boolean =>
  'hidden' in attributes ||
  (attributes['aria-hidden'] === 'true' && attributes.class === undefined) ||
  /display\s{0,4}:\s{0,4}none/i.test(attributes.style ?? '');

/** Takes out of the story's own element what is no part of it: lists of links, labels, boxes of other stories. */
export function dropInnerFurniture(story: MarkupElement): void {
  const stats = countPage(story);
  takeElements(story, (element) => isInnerFurniture(element, stats));
}

/** Boxes of a few words: the section over a story, the words under a picture that stands elsewhere. */
const LABEL_BOX =
  /(?:^|[\s_-])(?:category|categories|kategorie|rubrik|kicker|dida|didascalia|read-?time)(?=\s|$)/i;

const BOXES = new Set(['div', 'ul', 'ol', 'table', 'section', 'dl', 'header', 'footer', 'details']);

function isInnerFurniture(element: MarkupElement, stats: PageStats): boolean {
  const { words, paragraphs, commas } = statsOf(stats, element);
  const links = linkShare(stats, element);
  if (
    /^h[1-6]$/.test(element.name) ||
    element.name === 'p' ||
    element.name === 'span' ||
    element.name === 'a' ||
    element.name === 'strong'
  ) {
    if (element.name === 'p' && links > 0.9 && words < 300) return true;
    if (words > 120) return false;
    const text = oneLine(textOf(element));
    return (
      text !== '' &&
      isFurnitureLine(text) &&
      ((element.name !== 'span' && element.name !== 'a') || text.length > 6)
    );
  }
  if (!BOXES.has(element.name)) return false;
  if (words < 100 && LABEL_BOX.test(namesOf(element))) return true;
  if (words < 900 && element.attributes.itemprop === 'author') return true;
  if (words === 0) return !hasPicture(element);
  if (links > 0.6 && words < 1_500) return true;
  if (links > 0.33 && paragraphs === 0 && commas < 4 && words < 600) return true;
  return UNLIKELY.test(namesOf(element)) && words < 400 && !SURE.test(namesOf(element));
}

const hasPicture = (element: MarkupElement): boolean =>
  element.children.some(
    (child) => typeof child !== 'string' && /^(?:img|picture|figure|br|hr)$/.test(child.name),
  );
