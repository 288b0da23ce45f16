import { type EditionRow, listEditions, listSections, type SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';

/** The editions and their sections: what stands on every page and hardly ever changes. */
export type Paper = { editions: EditionRow[]; sections: SectionRow[] };

export type PaperSource = {
  get: () => Promise<Paper>;
  /** Forgets what was read: it may have changed. */
  forget: () => void;
};

/** Reads the paper once and keeps it until it is told that it changed. */
export function createPaperSource(db: Db): PaperSource {
  let known: Promise<Paper> | undefined;
  return {
    get: () => {
      known ??= readPaper(db).catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    forget: () => {
      known = undefined;
    },
  };
}

async function readPaper(db: Db): Promise<Paper> {
  const [editions, sections] = await Promise.all([listEditions(db), listSections(db)]);
  return { editions, sections };
}
