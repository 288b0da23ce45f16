import { compareParagraphs, compareWords } from '#document/compare.ts';
import { toText } from '#document/to-text.ts';
import { findPublished, listRevisions, type RevisionRow } from '#features/articles/articles.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { editionDates, editionWords } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import { type EditionContext, sectionOf } from '../site-context.ts';
import type { HistoryProps, RevisionProps } from './history.props.ts';

/** The public history of the article at this address, or undefined where there is none. */
export async function loadHistoryView(
  context: EditionContext,
  path: string,
): Promise<{ props: HistoryProps; keys: string[] } | undefined> {
  const article = await findPublished(context.db, path);
  if (!article) return undefined;
  const { edition } = context;
  const section = sectionOf(context, article.section_id);
  const revisions = await listRevisions(context.db, article.id);
  const props = {
    ...toFrame(context, {
      title: `${editionWords(edition).history}: ${article.headline}`,
      path: `${article.path}/history`,
      currentSection: section?.slug,
      // Every version that was ever wrong is on this page; search engines should find the article as it is.
      head: { robots: 'noindex' },
    }),
    section: { href: `${edition.prefix}/${section?.slug ?? ''}`, label: section?.name ?? '' },
    articleHref: encodeURI(article.path),
    headline: printedQuotes(article.headline, edition.language),
    revisions: revisions
      .map((revision, index) => toRevision(context, index + 1, revision, revisions[index - 1]))
      .toReversed(),
  };
  return { props, keys: [`article:${article.id}`] };
}

const paragraphsOf = (revision: RevisionRow): string[] =>
  [revision.deck, ...toText(revision.body).split('\n\n')].filter(Boolean);

function toRevision(
  context: EditionContext,
  number: number,
  revision: RevisionRow,
  before: RevisionRow | undefined,
): RevisionProps {
  const changed = before && before.headline !== revision.headline;
  return {
    number,
    kind: revision.kind === 'first' ? 'published' : revision.kind,
    when: editionDates(context.edition).moment(revision.published_at),
    note: printedQuotes(revision.note, context.edition.language) || undefined,
    headline: changed ? compareWords(before.headline, revision.headline) : undefined,
    paragraphs: before && compareParagraphs(paragraphsOf(before), paragraphsOf(revision)),
  };
}
