import type { Popular } from '#features/popular/popular.ts';
import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { Clock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import type { AssetManifest } from '#ui/assets.ts';
import type { Paper } from './paper.ts';

/** What every page is made from. */
export type SiteContext = {
  db: Db;
  /** `https://paper.example`, without a slash at the end. */
  baseUrl: string;
  now: Clock;
  assets: AssetManifest;
  /** What is most read, from memory. */
  popular: Popular;
};

/** A page's surroundings: the site, and the edition that it is a page of. */
export type EditionContext = SiteContext & {
  paper: Paper;
  edition: EditionRow;
  /** Of this edition, in their order. */
  sections: SectionRow[];
};

/** Whole address of a path of ours, which may hold letters beyond ASCII. */
export const absoluteUrl = (context: Pick<SiteContext, 'baseUrl'>, path: string): string =>
  context.baseUrl + encodeURI(path);

export const sectionOf = (context: Pick<EditionContext, 'sections'>, id: number): SectionRow | undefined =>
  context.sections.find((section) => section.id === id);
