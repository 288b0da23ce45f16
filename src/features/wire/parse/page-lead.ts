import { oneLine } from '#document/clean-text.ts';
import { findElements, type MarkupElement, textOf } from '#document/markup-tree.ts';
import { namesOf } from './page-furniture.ts';
import { linkShare, type PageStats, statsOf } from './page-stats.ts';

const LEAD =
  /(?:^|[\s_-])(?:lead|lede|leadtext|standfirst|stand-first|dek|deck|subheadline|sub-headline|subhead|subtitle|excerpt|teaser-text|news-description|article-intro|intro|introduction|vorspann|chapo|chapeau|sommario|occhiello|entradilla|bajada|ingress|summary)(?=[\s_-]|$)/i;

/**
 * The paragraph that stands between a page's headline and its story, where it lies outside the element that holds the
 * story: the first before it that is called a lead, says something the story does not, and hangs close to it.
 */
export function findLead(
  story: MarkupElement,
  body: MarkupElement,
  stats: PageStats,
): MarkupElement | undefined {
  const first = story.children.find((child) => typeof child !== 'string');
  const anchor = stats.has(story) ? story : first;
  if (anchor === undefined) return undefined;
  const own = statsOf(stats, anchor).words;
  const around = new Set<MarkupElement>();
  for (let outer = statsOf(stats, anchor).parent; outer !== undefined; outer = statsOf(stats, outer).parent) {
    if (statsOf(stats, outer).words > own * 1.6 + 800) break;
    around.add(outer);
  }
  const elements = findElements(body, () => true);
  const at = elements.indexOf(anchor);
  const leads = elements
    .slice(0, Math.max(at, 0))
    .filter((element) => isLead(element, stats) && !around.has(element) && isIn(element, around, stats))
    .slice(0, 20);
  return leads.find((element) => !isRepeated(element, story));
}

function isLead(element: MarkupElement, stats: PageStats): boolean {
  const { words } = statsOf(stats, element);
  const called = LEAD.test(namesOf(element)) || element.attributes.itemprop === 'description';
  return called && words >= 60 && words <= 900 && linkShare(stats, element) < 0.3;
}

function isIn(element: MarkupElement, around: ReadonlySet<MarkupElement>, stats: PageStats): boolean {
  for (let outer = statsOf(stats, element).parent; outer !== undefined; outer = statsOf(stats, outer).parent)
    if (around.has(outer)) return true;
  return false;
}

const isRepeated = (element: MarkupElement, story: MarkupElement): boolean =>
  oneLine(textOf(story)).includes(oneLine(textOf(element)).slice(0, 60));
