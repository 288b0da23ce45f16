import { receiveMessage } from '#features/publishing/publishing.ts';
import { type PollOutcome, pollNow } from '#features/wire/wire.ts';
import { createGuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { createLog } from '#platform/log.ts';
import { type Call, WrongUse } from './command.ts';
import { toTextTable } from './text-table.ts';
import type { wirePollOptions } from './wire-poll.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline wire poll`: exit code 1 where a source failed. */
export async function wirePoll(call: Call<typeof wirePollOptions>): Promise<number> {
  const [name, ...more] = call.words;
  if (more.length > 0) throw new WrongUse('Write one name, or none for all sources.');
  return withDatabase(call, async (db, config) => {
    const fetch = createGuardedFetch(config);
    try {
      const poller = {
        db,
        fetch,
        receive: receiveMessage.bind(undefined, db),
        // What went wrong is in the result.
        log: createLog({ level: 'silent' }),
      };
      const outcomes = await pollNow(poller, name);
      if (outcomes.length === 0)
        call.say('There is no source that copy is fetched from. See: dateline wire add --help');
      await call.print(toTextTable(outcomes.map(toCells)));
      return outcomes.some(({ state }) => state === 'failed') ? 1 : 0;
    } finally {
      await fetch.close();
    }
  });
}

const toCells = ({ source, state, items, error }: PollOutcome): string[] => [
  source,
  state,
  error ?? (items === 1 ? '1 new item' : `${items} new items`),
];
