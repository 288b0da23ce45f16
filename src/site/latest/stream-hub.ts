import type { EventStreams } from '#platform/http/event-streams.ts';
import type { Log } from '#platform/log.ts';
import type { EditionContext } from '../site-context.ts';
import { type StreamMemory, streamTopic, tellStreams } from './latest-stream.ts';

export type StreamHub = {
  /** Something in the edition's lists has changed: the open streams are told what, soon and once for many changes. */
  changed: (edition: string) => void;
  /** Before a stream of the edition is opened: notes where its readers stand, so that the next change is told. */
  opening: (edition: string) => Promise<void>;
};

type HubOptions = {
  contextOf: (edition: string) => Promise<EditionContext | undefined>;
  streams: EventStreams;
  log: Log;
};

/** Changes that come together, as a feed of fifty items does, are told together. */
const GATHER_MS = 30;

/** Tells the readers who have Latest open, of every edition, what is new there. */
export function createStreamHub({ contextOf, streams, log }: HubOptions): StreamHub {
  const told = new Map<string, StreamMemory>();
  const waiting = new Set<string>();
  let work = Promise.resolve();

  const tell = async (edition: string): Promise<void> => {
    waiting.delete(edition);
    const context = await contextOf(edition);
    if (!context) return;
    // Nobody listens: the next listener's own page tells it where it stands.
    const listened = [...streams.clients].some((client) => client.topic === streamTopic(edition));
    if (!listened) told.delete(edition);
    else told.set(edition, await tellStreams(context, streams, told.get(edition)));
  };

  const note = async (edition: string): Promise<void> => {
    const context = told.has(edition) ? undefined : await contextOf(edition);
    if (context) told.set(edition, await tellStreams(context, streams, undefined));
  };

  return {
    opening: (edition) => {
      const noted = work.then(() => note(edition));
      work = noted.catch(() => undefined);
      return noted;
    },
    changed: (edition) => {
      if (waiting.has(edition)) return;
      waiting.add(edition);
      setTimeout(() => {
        work = work
          .then(() => tell(edition))
          .catch((error: unknown) =>
            log.warn({ err: error, edition }, 'readers of Latest could not be told of a change'),
          );
      }, GATHER_MS).unref();
    },
  };
}
