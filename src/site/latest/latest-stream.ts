import { type ListedArticle, listLatest } from '#features/articles/articles.ts';
import { type EventStreams, publishEvent } from '#platform/http/event-streams.ts';
import type { ServerEvent } from '#platform/http/server-event.ts';
import { parseCursor, toCursorText } from '../cursor.ts';
import type { EditionContext } from '../site-context.ts';
import { toStreamEvent } from './entry.tsx';
import { dayOf, toEntry } from './latest.view.ts';

/** The topic of an edition's event stream. */
export const streamTopic = (edition: string): string => `latest:${edition}`;

/** As many as the first page of Latest shows; what is older no open page shows either, so nobody is told of it. */
const WINDOW = 50;

/** What the open pages of an edition have been told: article to revision, and when the oldest of them was published. */
export type StreamMemory = { revisions: Map<number, number>; oldest: number };

const toMemory = (articles: ListedArticle[]): StreamMemory => ({
  revisions: new Map(articles.map(({ id, current_revision }) => [id, current_revision])),
  oldest: articles.length < WINDOW ? 0 : (articles.at(-1)?.visible_from.getTime() ?? 0),
});

const toStory = (context: EditionContext, article: ListedArticle): ServerEvent => ({
  id: toCursorText(article),
  event: 'story',
  data: toStreamEvent(toEntry(context, article), dayOf(context, article)),
});

/** The events that lead from what was told to what is so, oldest first. */
export function toEvents(
  context: EditionContext,
  told: StreamMemory,
  latest: ListedArticle[],
): ServerEvent[] {
  const now = toMemory(latest);
  const changed = latest.filter(({ id, current_revision, visible_from }) => {
    const revision = told.revisions.get(id);
    return revision === undefined ? visible_from.getTime() >= told.oldest : revision !== current_revision;
  });
  // An article that only fell out of the window by newer ones is still there.
  const room = latest.length < WINDOW || changed.length === 0;
  const gone = room ? [...told.revisions.keys()].filter((id) => !now.revisions.has(id)) : [];
  return [
    ...gone.map((id): ServerEvent => ({ event: 'gone', data: JSON.stringify({ id: String(id) }) })),
    ...changed.toReversed().map((article) => toStory(context, article)),
  ];
}

/** Reads what is latest now and tells the open streams of the edition what has changed since `told`. */
export async function tellStreams(
  context: EditionContext,
  streams: EventStreams,
  told: StreamMemory | undefined,
): Promise<StreamMemory> {
  const latest = await listLatest(context.db, context.edition.code, { limit: WINDOW });
  const topic = streamTopic(context.edition.code);
  if (told) for (const event of toEvents(context, told, latest)) publishEvent(streams, topic, event);
  return toMemory(latest);
}

/** The stories published after the one whose event a returning reader saw last. */
export async function replayAfter(context: EditionContext, lastEventId: string): Promise<ServerEvent[]> {
  const seen = parseCursor(lastEventId);
  const latest = await listLatest(context.db, context.edition.code, { limit: WINDOW });
  return latest
    .filter(({ visible_from }) => !seen || visible_from > seen.visible_from)
    .toReversed()
    .map((article) => toStory(context, article));
}
