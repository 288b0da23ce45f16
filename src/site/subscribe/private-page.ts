import type { ReactElement } from 'react';
import { renderPage } from '../layout/render-page.ts';

/** An answer for one person: kept nowhere, and its address, which is a key, is told to nobody. */
export const privatePage = (
  page: ReactElement,
  status = 200,
  headers: readonly [string, string][] = [],
): Response =>
  new Response(renderPage(page), {
    status,
    headers: [
      ...headers,
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
      ['referrer-policy', 'no-referrer'],
      ['x-robots-tag', 'noindex, nofollow'],
    ],
  });
