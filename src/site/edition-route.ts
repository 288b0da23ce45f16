import type { PageRequest, PageResponse } from '#platform/page-cache/page.ts';
import type { EditionContext } from './site-context.ts';

/** A kind of page that every edition has: its pattern counts from the edition's prefix. */
export type EditionRoute = {
  /** In Hono's notation. */
  pattern: string;
  query?: readonly string[];
  /** Throws `AppError` not_found or gone where there is no such page. */
  render: (context: EditionContext, request: PageRequest) => Promise<PageResponse>;
};
