import { listOfTopic } from '#features/articles/articles.ts';
import { findTopic } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import { type ListCursor, toListPage } from '../cursor.ts';
import { toListFrame } from '../list-frame.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys, toTeaser } from '../teaser-view.ts';
import { loadTimeline } from './timeline.view.ts';
import type { TopicProps } from './topic.props.ts';

const PAGE_SIZE = 24;
const HAPPENINGS = 12;

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
  const { happenings, keys } = before
    ? { happenings: [], keys: [] }
    : await loadTimeline(context, topic.id, { limit: HAPPENINGS });
  const path = `${edition.prefix}/topic/${topic.slug}`;
  const description = topic.description || undefined;
  const frame = toListFrame(context, { name: topic.name, description, path, before, older, articles: rows });
  const props = {
    ...frame,
    name: topic.name,
    description,
    happenings,
    stories: rows.map((article) => toTeaser(context, article, { kicker: true })),
  };
  return { props, keys: [...new Set([`topic:${topic.id}`, ...articleKeys(rows), ...keys])] };
}
