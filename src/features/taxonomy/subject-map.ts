import { canonicalCode, codesUpwards } from './subject-code.ts';
import type { SectionRow, SubjectMapRow } from './taxonomy.tables.ts';

/** What subjects mean in one edition. */
export type SubjectMap = {
  /** Of the edition. */
  sections: readonly SectionRow[];
  /** What the desk has said, by canonical code. */
  rows: ReadonlyMap<string, Pick<SubjectMapRow, 'section_id' | 'topic_id'>>;
};

export type MappedSubjects = {
  /** Where the desk says. */
  section?: SectionRow;
  /** Where such subjects usually go. */
  usual?: SectionRow;
  topics: number[];
};

/** Where subjects usually go: the first of these sections that the edition has. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  '01000000': ['culture', 'arts', 'arts-and-culture', 'entertainment', 'life'],
  '02000000': ['crime', 'law', 'justice', 'national', 'society'],
  '03000000': ['disasters', 'national', 'society', 'world'],
  '04000000': ['economy', 'business', 'money', 'finance'],
  '05000000': ['education', 'society', 'national'],
  '06000000': ['environment', 'climate', 'science'],
  '07000000': ['health', 'science', 'society', 'life'],
  '08000000': ['people', 'life', 'culture', 'society'],
  '09000000': ['labour', 'work', 'economy', 'business', 'society'],
  '10000000': ['life', 'lifestyle', 'leisure', 'culture'],
  '11000000': ['politics', 'national', 'world'],
  '12000000': ['religion', 'society', 'culture'],
  '13000000': ['science', 'technology', 'tech', 'science-and-technology'],
  '14000000': ['society', 'national', 'life'],
  '15000000': ['sport', 'sports'],
  '16000000': ['world', 'international', 'politics'],
  '17000000': ['weather', 'environment', 'national'],
};

/** The section that a code goes to where the desk has said nothing. */
export function usualSection(code: string, sections: readonly SectionRow[]): SectionRow | undefined {
  const slugs = USUAL[canonicalCode(code).replace('medtop:', '')] ?? [];
  return slugs.flatMap((slug) => sections.find((section) => section.slug === slug) ?? [])[0];
}

/**
 * The sections and the topics that subjects mean. What is said of a subject holds for those below it that nothing is said of; of several
 * subjects the first that leads somewhere counts. Genres and urgencies are subjects like any other: `genre:opinion`, `urgency:1`.
 */
export function mapSubjects(map: SubjectMap, subjects: readonly { code?: string }[]): MappedSubjects {
  const paths = subjects.flatMap(({ code }) => (code ? [codesUpwards(code)] : []));
  const said = paths.flatMap((path) => path.flatMap((code) => map.rows.get(code) ?? []));
  const wanted = said.find(({ section_id }) => section_id !== null)?.section_id;
  const section = map.sections.find(({ id }) => id === wanted);
  const usual = paths.flatMap((path) => path.flatMap((code) => usualSection(code, map.sections) ?? []))[0];
  const topics = [...new Set(said.flatMap(({ topic_id }) => topic_id ?? []))];
  return { ...(section && { section }), ...(usual && { usual }), topics };
}
