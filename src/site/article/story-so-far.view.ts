import type { PublishedArticle } from '#features/articles/articles.ts';
import { toLanguage } from '../edition-words.ts';
import type { EditionContext } from '../site-context.ts';
import { loadTimeline } from '../topic/timeline.view.ts';
import { timelineWords } from '../topic/timeline-words.ts';
import type { StorySoFarProps } from './story-so-far.tsx';

const SHOWN = 5;

/** The story so far of an article's first topic, and what a page that shows it depends on. One query, none without a topic. */
export async function loadStorySoFar(
  context: EditionContext,
  { id, topics }: Pick<PublishedArticle, 'id' | 'topics'>,
): Promise<{ storySoFar?: StorySoFarProps; keys: string[] }> {
  const [topic] = topics;
  if (!topic) return { keys: [] };
  const { happenings, keys } = await loadTimeline(context, topic.id, { limit: SHOWN, without: id });
  const words = timelineWords(toLanguage(context.edition.language));
  return {
    storySoFar: {
      title: words.title,
      happenings,
      topic: {
        href: `${context.edition.prefix}/topic/${encodeURI(topic.slug)}`,
        label: words.wholeTopic(topic.name),
      },
    },
    keys,
  };
}
