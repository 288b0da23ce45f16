import {
  canBecome,
  findKilled,
  findStoryForUpdate,
  KILL_IN_DOUBT,
  markStories,
  type TakeWireItem,
} from '#features/stories/stories.ts';
import type { Db } from '#platform/database.ts';
import { holdStory } from './hold-story.ts';
import { killStory } from './kill-story.ts';

type Command = TakeWireItem & { outcome: { alerts: string[] } };
type Placed = { command: Command; storyId: number | undefined };

/**
 * Does what orders to kill say that are messages of their own: those that came just now, and those that came before the stories of
 * these items. A story that is meant for certain is killed; one that may be meant is held, for the desk to decide. Answers which of
 * all were struck; they must not be published.
 */
export async function strikeKilled(trx: Db, commands: Command[], placed: Placed[]): Promise<Set<number>> {
  const storyIds = new Map(
    placed.flatMap(({ command, storyId }) => (storyId === undefined ? [] : [[command.itemId, storyId]])),
  );
  const struck = new Set<number>();
  for (const { command, killed, doubted, names } of await findKilled(trx, commands, storyIds)) {
    const by = command ?? commands[0];
    if (!by) continue;
    for (const storyId of killed) {
      await killStory(trx, { storyId, at: by.at });
      struck.add(storyId);
    }
    for (const storyId of doubted) if (await holdInDoubt(trx, storyId, by)) struck.add(storyId);
    if (command && killed.length + doubted.length === 0 && names.length > 0) sayUnknown(command, names);
  }
  return struck;
}

/** Whether the story is off; one that is off already needs no decision. */
async function holdInDoubt(trx: Db, storyId: number, { at, outcome, item }: Command): Promise<boolean> {
  const story = await findStoryForUpdate(trx, storyId);
  if (!story || !canBecome(story.state, 'held')) return false;
  await holdStory(trx, { storyId, at });
  await markStories(trx, [{ storyId, alerts: [KILL_IN_DOUBT] }]);
  outcome.alerts.push(
    `Story ${storyId} is held: “${item.headline ?? item.slugline ?? item.uri}” may be the order to kill it. Kill it, or publish it again.`,
  );
  return true;
}

function sayUnknown({ outcome, item, source }: Command, names: string[]): void {
  outcome.alerts.push(
    `${source.name} orders a kill of ${names.join(', ')}, which is no story here: “${item.headline ?? item.slugline ?? item.uri}”`,
  );
}
