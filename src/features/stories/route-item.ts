import type { EditionRow, MappedSubjects, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { WireItem } from '#features/wire/wire.ts';
import { toSlug } from '#lib/slug.ts';

type SourceRule = { edition: string; section_id: number | null };

/** Languages are compared by their first subtag: en-GB copy goes to the English edition. */
const primary = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

/** The names by which an item may mean a section or topic of ours: slugs of its subjects' names and of their codes' last parts. */
export function subjectSlugs(item: Pick<WireItem, 'subject'>): string[] {
  const slugs = item.subject.flatMap(({ code, name }) => [
    ...(code ? [toSlug(code.slice(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1))] : []),
    ...(name ? [toSlug(name)] : []),
  ]);
  return [...new Set(slugs.filter(Boolean))];
}

export const subjectCodes = (item: Pick<WireItem, 'subject'>): string[] => [
  ...new Set(item.subject.flatMap(({ code }) => (code ? [code] : []))),
];

/** The edition that publishes the item's language; the source's own where none does or the item does not say. */
export function editionFor(
  item: Pick<WireItem, 'language'>,
  rule: SourceRule,
  editions: EditionRow[],
): EditionRow | undefined {
  const own = editions.find((edition) => edition.code === rule.edition);
  const { language } = item;
  if (!language || (own && primary(own.language) === primary(language))) return own;
  return editions.find((edition) => primary(edition.language) === primary(language)) ?? own;
}

/**
 * The section an item goes to: that of the source's rule (its namesake in the item's edition), else where the desk says that its subjects
 * go, else the one that a subject names, else where such subjects usually go, else the edition's first.
 */
export function sectionFor(
  item: Pick<WireItem, 'subject'>,
  rule: SourceRule,
  edition: string,
  sections: SectionRow[],
  mapped: Pick<MappedSubjects, 'section' | 'usual'>,
): SectionRow | undefined {
  const ruled = sections.find((section) => section.id === rule.section_id);
  if (ruled?.edition === edition) return ruled;
  const here = sections.filter((section) => section.edition === edition);
  const named = new Set(ruled ? [ruled.slug] : subjectSlugs(item));
  const byName = here.find((section) => named.has(section.slug));
  return ruled ? (byName ?? here[0]) : (mapped.section ?? byName ?? mapped.usual ?? here[0]);
}
