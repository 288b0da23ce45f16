import { listByIds, listLatest, listPerSection } from '#features/articles/articles.ts';
import type { SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { composeFront, type FilledContainer } from './compose-front.ts';
import { defaultContainers } from './default-containers.ts';
import { listContainers, listSlots } from './fronts.repo.ts';

/** Enough of the whole edition for the lead to choose from, and of each section to fill its container after the lead took some. */
const LATEST = 40;
const PER_SECTION = 14;

/** The front of an edition as readers may see it now: five queries, however large the archive is. */
export async function loadFront(
  db: Db,
  edition: string,
  sections: SectionRow[],
  now: Date,
): Promise<FilledContainer[]> {
  const [arranged, slots, latest, perSection] = await Promise.all([
    listContainers(db, edition),
    listSlots(db, edition, now),
    listLatest(db, edition, { limit: LATEST }),
    listPerSection(db, edition, PER_SECTION),
  ]);
  const picked = await listByIds(
    db,
    slots.map((slot) => slot.article_id),
  );
  const containers = arranged.length > 0 ? arranged : defaultContainers(edition, sections);
  return composeFront({ containers, slots, picked, newest: [...latest, ...perSection], now });
}
