import { type PageResponse, page } from '#platform/page-cache/page.ts';

/** The answer at an address that something has moved from; remembered like a page, and purged like one. */
export const movedTo = (path: string, keys: string[]): PageResponse =>
  page({ status: 301, headers: [['location', encodeURI(path)]], body: '', keys });
