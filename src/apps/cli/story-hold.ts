import { holdStory } from '#features/publishing/publishing.ts';
import { systemClock } from '#lib/clock.ts';
import type { Call } from './command.ts';
import { readId } from './read-id.ts';
import type { storyHoldOptions } from './story-hold.command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline story hold` */
export async function storyHold(call: Call<typeof storyHoldOptions>): Promise<undefined> {
  const storyId = readId(call.words, 'story');
  await withDatabase(call, (db) =>
    db.transaction().execute((trx) => holdStory(trx, { storyId, at: systemClock() })),
  );
  call.say(`Story ${storyId} is held; dateline story publish ${storyId} brings it back.`);
}
