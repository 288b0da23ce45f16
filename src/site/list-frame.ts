import type { ListedArticle } from '#features/articles/articles.ts';
import { type ListCursor, toCursorText } from './cursor.ts';
import { editionWords } from './edition-words.ts';
import { type FrameParts, toFrame } from './frame.ts';
import { listJsonLd } from './json-ld/json-ld.ts';
import type { HeadProps, PageFrame } from './layout/layout.props.ts';
import { absoluteUrl, type EditionContext } from './site-context.ts';

export type ListParts = Pick<FrameParts, 'description' | 'translations' | 'currentSection'> & {
  /** What the list is called; later pages say that they hold older stories. */
  name: string;
  /** Path of the list's first page. */
  path: string;
  /** Where this page begins; undefined on the first. */
  before: ListCursor | undefined;
  /** Cursor of the next page, where there is one. */
  older: string | undefined;
  /** The articles on the page, where the list is one of articles. */
  articles?: ListedArticle[];
  feeds?: HeadProps['feeds'];
};

/** A list's page frame, with the ways to the pages before and after it: every list is paged in the same manner. */
export function toListFrame(
  context: EditionContext,
  { name, path, before, older, articles, feeds, ...parts }: ListParts,
): PageFrame & { newer?: string; older?: string } {
  const olderPath = older && `${path}?before=${older}`;
  const head: Partial<HeadProps> = { next: olderPath && absoluteUrl(context, olderPath) };
  if (feeds) head.feeds = feeds;
  if (articles) head.jsonLd = listJsonLd(context, { name, path, articles });
  const frame = toFrame(context, {
    ...parts,
    title: before ? `${name}: ${editionWords(context.edition).older}` : name,
    path: before ? `${path}?before=${toCursorText(before)}` : path,
    head,
  });
  return { ...frame, newer: before ? path : undefined, older: olderPath };
}
