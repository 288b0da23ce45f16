import type { Db } from '#platform/database.ts';
import type { MergedStories } from '../folding/merge-stories.ts';
import { markStories, type StoryMark } from '../stories.repo.ts';
import type { StoryRow } from '../stories.tables.ts';
import type { TakeWireItem } from '../take-of-item.ts';
import { type IgnoredItem, insertApplications, takeIgnoredVersions } from './applications.repo.ts';
import type { Ruling } from './apply-rules.ts';
import { rulingOfLater } from './rule-item.ts';

/** What became of an item: the story that it went to, as that was when it came. `first`: it made the story. */
export type RuledTake<Command> = { command: Command; story: StoryRow; current: boolean; first: boolean };

/** What the rules did with a batch of items. */
export type Rulings<Command> = { taken: RuledTake<Command>[]; ignored: Command[]; merged: MergedStories[] };

/** What the desk is to know of at once, in a sentence. */
export type Alert<Command> = { command: Command; sentence: string };

/**
 * Writes down with each item what the rules did, and marks the stories with it. A story that went into another takes its marks along.
 * Answers the alerts; a rule calls the desk to a story only once.
 */
export async function noteRulings<Command extends TakeWireItem>(
  trx: Db,
  { taken, ignored, merged }: Rulings<Command>,
): Promise<Alert<Command>[]> {
  const ruled = taken.map((one) => ({ ...one, ruling: rulingOf(one) }));
  await insertApplications(trx, [
    ...ignored.map(({ itemId, ruling, at }) => ({ itemId, at, applied: ruling.applied, ignored: true })),
    ...ruled.map(({ command, ruling }) => ({
      ...{ itemId: command.itemId, at: command.at, applied: ruling.applied, ignored: false },
    })),
  ]);
  await markStories(
    trx,
    [
      ...merged.flatMap(({ survivor, absorbed }) =>
        absorbed.map(({ desk, alerts }) => ({ storyId: survivor.id, desk: desk ?? undefined, alerts })),
      ),
      // A new story was written with its marks.
      ...ruled.flatMap(({ first, story, ruling: { desk, alerts } }) =>
        first ? [] : [{ storyId: story.id, desk, alerts }],
      ),
    ].filter(saysSomething),
  );
  return ruled.flatMap(({ command, ruling, story, first }) =>
    ruling.alerts
      .filter((name) => first || !story.alerts.includes(name))
      .map((name) => ({ command, sentence: toSentence(name, story, command) })),
  );
}

const toSentence = (rule: string, { id }: StoryRow, { item, source }: TakeWireItem): string =>
  `${rule}: story ${id} of ${source.name}, “${item.headline ?? item.slugline ?? item.uri}”`;

const saysSomething = ({ desk, alerts }: StoryMark): boolean => desk !== undefined || alerts.length > 0;

function rulingOf({ command: { ruling }, story, current, first }: RuledTake<TakeWireItem>): Ruling {
  if (first) return ruling;
  return rulingOfLater(ruling, current && (story.state === 'draft' || story.state === 'ready'));
}

/**
 * The later versions of new stories that rules ignored before the stories were there: had the versions come in their order, these would
 * have gone to the stories, and so they do now. Ignored before, each is answered with the item that made its story.
 */
export const takeUpIgnored = (trx: Db, taken: TakeWireItem[]): Promise<IgnoredItem[]> =>
  takeIgnoredVersions(
    trx,
    taken.map(({ itemId, source, item, version }) => ({
      ...{ itemId, version, sourceId: source.id, guid: item.uri },
    })),
  );
