import { listByIds } from '#features/articles/articles.ts';
import { listSections } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { defaultContainers } from './default-containers.ts';
import { insertContainer, listContainers, removeSlots, saveSlot } from './fronts.repo.ts';
import type { ContainerRow } from './fronts.tables.ts';

export type PinArticle = {
  edition: string;
  articleId: number;
  /** Place of the container on the front, 0 is the lead. */
  container: number;
  /** Slot within it, from 0. */
  position: number;
  until?: Date;
};

/**
 * Puts an article into a slot of the front, where it stays ahead of the automatic backfill until `until` or until it is
 * unpinned. An article stands in one slot at most.
 * @throws AppError not_found where readers cannot see the article or the front has no such slot.
 */
export async function pinArticle(trx: Db, pin: PinArticle): Promise<void> {
  const [article] = await listByIds(trx, [pin.articleId]);
  if (article?.edition !== pin.edition) {
    throw new AppError('not_found', `Edition ${pin.edition} lists no article ${pin.articleId}.`);
  }
  const containers = await arrangedContainers(trx, pin.edition);
  const container = containers.find((candidate) => candidate.position === pin.container);
  if (!container)
    throw new AppError('not_found', `The front of ${pin.edition} has no container ${pin.container}.`);
  if (pin.position < 0 || pin.position >= container.size) {
    throw new AppError('not_found', `Container ${pin.container} has slots 0 to ${container.size - 1}.`);
  }
  await removeSlots(trx, pin.edition, pin.articleId);
  await saveSlot(trx, {
    container_id: container.id,
    position: pin.position,
    article_id: pin.articleId,
    until: pin.until ?? null,
  });
  await notifyPurge(trx, { keys: [`edition:${pin.edition}`], hard: false });
}

/** Gives the slot back to the automatic backfill. */
export async function unpinArticle(trx: Db, edition: string, articleId: number): Promise<void> {
  const removed = await removeSlots(trx, edition, articleId);
  if (removed === 0)
    throw new AppError('not_found', `Article ${articleId} is not pinned on the front of ${edition}.`);
  await notifyPurge(trx, { keys: [`edition:${edition}`], hard: false });
}

/** The containers of a front as rows, so that slots can belong to them; written down on the first pin. */
async function arrangedContainers(trx: Db, edition: string): Promise<ContainerRow[]> {
  const existing = await listContainers(trx, edition);
  if (existing.length > 0) return existing;
  const sections = (await listSections(trx)).filter((section) => section.edition === edition);
  for (const { id: _, ...container } of defaultContainers(edition, sections))
    await insertContainer(trx, container);
  return listContainers(trx, edition);
}
