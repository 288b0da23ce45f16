import { listOfTopic } from '#features/articles/articles.ts';
import { findTopic } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import { type ListCursor, toCursorText, toListPage } from '../cursor.ts';
import { editionWords } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import { listJsonLd } from '../json-ld/json-ld.ts';
import { absoluteUrl, type EditionContext } from '../site-context.ts';
import { articleKeys, toTeaser } from '../teaser-view.ts';
import type { TopicProps } from './topic.props.ts';

const PAGE_SIZE = 24;

/** Everything on a topic's page. Throws not_found for a topic that the edition does not have. */
export async function loadTopicView(
  context: EditionContext,
  slug: string,
  before: ListCursor | undefined,
): Promise<{ props: TopicProps; keys: string[] }> {
  const { edition } = context;
  const topic = await findTopic(context.db, edition.code, slug);
  if (!topic) throw new AppError('not_found', `There is no topic “${slug}”.`);
  const found = await listOfTopic(context.db, topic.id, { limit: PAGE_SIZE + 1, before });
  const { rows, older } = toListPage(found, PAGE_SIZE);
  const path = `${edition.prefix}/topic/${topic.slug}`;
  const olderPath = older && `${path}?before=${older}`;
  const frame = toFrame(context, {
    title: before ? `${topic.name}: ${editionWords(edition).older}` : topic.name,
    description: topic.description || undefined,
    path: before ? `${path}?before=${toCursorText(before)}` : path,
    head: {
      jsonLd: listJsonLd(context, { name: topic.name, path, articles: rows }),
      next: olderPath && absoluteUrl(context, olderPath),
    },
  });
  const props = {
    ...frame,
    name: topic.name,
    description: topic.description || undefined,
    stories: rows.map((article) => toTeaser(context, article, { kicker: true })),
    newer: before ? path : undefined,
    older: olderPath,
  };
  return { props, keys: [`topic:${topic.id}`, ...articleKeys(rows)] };
}
