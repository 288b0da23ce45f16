import { findPathOf, findTombstone, normalisePath } from '#features/articles/articles.ts';
import { AppError } from '#lib/errors.ts';
import type { PageResponse } from '#platform/page-cache/page.ts';
import { gonePage } from '../error/gone.route.tsx';
import { movedTo } from '../redirect.ts';
import type { EditionContext } from '../site-context.ts';

/** A path as it is looked up. Throws not_found for one that is not valid UTF-8. */
export function pathOf(requested: string): string {
  const path = normalisePath(requested.replace(/\/+$/, ''));
  if (path === undefined) throw new AppError('not_found', 'This address is not valid.');
  return path;
}

/**
 * The answer at an address under which no article stands now: a redirect to where it has moved, or the notice that it
 * was withdrawn. Throws not_found where nothing ever stood there that readers could see.
 * @param suffix what follows the article's own address, such as `/history`.
 */
export async function answerElsewhere(
  context: EditionContext,
  path: string,
  suffix = '',
): Promise<PageResponse> {
  const moved = await findPathOf(context.db, path);
  if (moved) return movedTo(moved.path + suffix, [`article:${moved.id}`]);
  const tombstone = await findTombstone(context.db, path);
  if (tombstone) return gonePage(context, tombstone);
  throw new AppError('not_found', 'There is no article at this address.');
}
