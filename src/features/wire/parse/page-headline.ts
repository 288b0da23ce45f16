import { oneLine } from '#document/clean-text.ts';
import { findElements, type MarkupElement, textOf } from '#document/markup-tree.ts';
import { inlineWords } from './feed-text.ts';

/** What a page says in an attribute or JSON, on one line and without markup. */
export const cleanClaim = (text: string | undefined): string | undefined => {
  const line = text === undefined ? '' : oneLine(inlineWords(text));
  return line === '' ? undefined : line;
};

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The page's own heading where it agrees with what the page says elsewhere; else what it says, without the site's name. */
export function pageHeadline(
  root: MarkupElement,
  said: (string | undefined)[],
  site: string | undefined,
): string | undefined {
  const titleElement = findElements(root, (element) => element.name === 'title', 1)[0];
  const title = titleElement === undefined ? undefined : oneLine(textOf(titleElement));
  const claims = [...said.map(cleanClaim), title].filter(
    (claim) => claim !== undefined && claim !== '',
  ) as string[];
  const headings = findElements(
    root,
    (element) => element.name === 'h1' || element.attributes.itemprop === 'headline',
    20,
  )
    .map((element) => oneLine(textOf(element)))
    .filter((text) => text.length > 3 && text.length < 300);
  const agreed = headings.find((heading) =>
    claims.some(
      (claim) =>
        (letters(claim).startsWith(letters(heading)) && letters(heading).length > 8) ||
        letters(claim) === letters(heading),
    ),
  );
  if (agreed !== undefined) return agreed;
  const [first] = claims;
  if (first === undefined) return headings[0];
  const bare = withoutSite(first, site);
  return headings.length === 1 &&
    headings[0] !== undefined &&
    claims[0] === title &&
    !letters(headings[0]).includes(letters(site ?? '\u0000'))
    ? (headings[0] ?? bare)
    : bare;
}

/** "Headline | Section - Site": the longest first part, where what follows is short. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s(?:[|–—»•·:-]|::)\s/);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return title;
  if (site !== undefined && letters(last) === letters(site))
    return title
      .slice(0, title.length - last.length)
      .replace(/\s*[|–—»•·:-]+\s*$/, '')
      .trim();
  const head = parts[0] ?? title;
  return /\s[|»]\s/.test(title) || (head.length > 20 && last.split(/\s+/).length <= 4) ? head.trim() : title;
}
