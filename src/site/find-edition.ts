import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { Paper, PaperSource } from './paper.ts';
import type { EditionContext, SiteContext } from './site-context.ts';

/** The edition that an address belongs to: the one with the longest prefix that it begins with. */
export function editionAt(paper: Paper, path: string): { edition?: EditionRow; sections: SectionRow[] } {
  const edition = paper.editions
    .filter(({ prefix }) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
  return { edition, sections: edition ? sectionsOf(paper, edition.code) : [] };
}

export const sectionsOf = (paper: Paper, edition: string): SectionRow[] =>
  paper.sections.filter((section) => section.edition === edition);

/** The surroundings of an edition's pages, undefined where there is no such edition. */
export async function editionContext(
  site: SiteContext,
  source: PaperSource,
  code: string,
): Promise<EditionContext | undefined> {
  const paper = await source.get();
  const edition = paper.editions.find((candidate) => candidate.code === code);
  return edition && { ...site, paper, edition, sections: sectionsOf(paper, code) };
}
