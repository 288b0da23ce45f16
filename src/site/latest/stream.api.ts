import type { Context } from 'hono';
import type { EventStreams } from '#platform/http/event-streams.ts';
import { streamEvents } from '#platform/http/sse.ts';
import type { EditionContext } from '../site-context.ts';
import { replayAfter, streamTopic } from './latest-stream.ts';
import type { StreamHub } from './stream-hub.ts';

/** `GET /latest/stream`: server-sent events about an edition's newest stories; `since` is the newest that the page shows. */
export async function answerStream(
  c: Context,
  context: EditionContext,
  { streams, hub }: { streams: EventStreams; hub: StreamHub },
): Promise<Response> {
  const edition = context.edition.code;
  await hub.opening(edition);
  return streamEvents(c, streams, {
    topic: streamTopic(edition),
    since: c.req.query('since'),
    replay: (lastEventId) => replayAfter(context, lastEventId),
  });
}
