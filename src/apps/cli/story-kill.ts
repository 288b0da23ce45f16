import { killStory } from '#features/publishing/publishing.ts';
import { systemClock } from '#lib/clock.ts';
import type { Call } from './command.ts';
import { readId } from './read-id.ts';
import type { storyKillOptions } from './story-kill.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline story kill` */
export async function storyKill(call: Call<typeof storyKillOptions>): Promise<undefined> {
  const storyId = readId(call.words, 'story');
  const { notice } = call.values;
  await withDatabase(call, (db) =>
    db.transaction().execute((trx) => killStory(trx, { storyId, notice, at: systemClock() })),
  );
  call.say(`Story ${storyId} is killed.`);
}
