import { findTopicsNamed } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { type ChainTake, orderChain } from './folding/chain-order.ts';
import type { Folded } from './folding/fold-items.ts';
import { subjectCodes } from './route-item.ts';
import { findStoryForUpdate, updateStory } from './stories.repo.ts';
import type { PictureReference, StoryRow, TakeRow } from './stories.tables.ts';
import { mappedSubjects, type TakeWireItem, topicSlugs, toTake } from './take-of-item.ts';
import { findLowestNumber, findTakeOfItems, insertTakes, renumberTake } from './takes.repo.ts';

/**
 * `take`: the one that was made; none of a kill, and none of words that came by another road before. `current`: whether what the story
 * says may have changed; a version that came late is kept, but changes nothing. `pictures`: those that are to be shown now.
 */
export type TakenIn = {
  story: StoryRow;
  take?: TakeRow;
  current: boolean;
  pictures: PictureReference[];
};

/** Makes a take of an item whose story is there. Throws as `takeNewItems` does. */
export async function takeWireItem(
  trx: Db,
  { command, fingerprint, line }: Folded<TakeWireItem>,
): Promise<TakenIn> {
  const story = line.storyId === undefined ? undefined : await findStoryForUpdate(trx, line.storyId);
  if (!story) throw new Error(`item ${command.item.uri} has no story to go to`);
  const before = orderChain(line.entries).at(-1);
  line.entries.push(...line.incoming.splice(0), fingerprint);
  // A kill carries no text worth a take, and may carry none at all.
  if (fingerprint.status === 'canceled') return { story, current: true, pictures: [] };
  const chain = orderChain(line.entries);
  const leader = chain.at(-1);
  const own = chain.find(({ entries }) => entries.includes(fingerprint));
  if (!leader || !own) throw new Error(`item ${command.item.uri} has no place in story ${story.id}`);
  const alone = own.entries.length === 1;
  if (leader === own && alone) {
    const take = await writeTake(trx, story, story.current_take + 1, command);
    return {
      story: await lead(trx, story, leader, take, command.at),
      take,
      current: true,
      pictures: take.pictures,
    };
  }
  const take = alone ? await writeTake(trx, story, await lateNumber(trx, story), command) : undefined;
  const leading = sharesItem(leader, before) ? undefined : await takeAgain(trx, story, leader);
  if (!leading) return { story, take, current: false, pictures: [] };
  const changed = await lead(trx, story, leader, leading, command.at);
  return { story: changed, take, current: true, pictures: leading.pictures };
}

const sharesItem = (take: ChainTake, other: ChainTake | undefined): boolean =>
  other?.entries.some((entry) => take.entries.includes(entry)) ?? false;

/** Takes that are or were current have the numbers 1, 2, 3 …; one that came late goes under negative numbers, out of the way. */
const lateNumber = async (trx: Db, story: StoryRow): Promise<number> =>
  Math.min(await findLowestNumber(trx, story.id), 0) - 1;

/** A take that was there before and leads now; undefined where it is the current one already. */
async function takeAgain(trx: Db, story: StoryRow, leader: ChainTake): Promise<TakeRow | undefined> {
  const take = await findTakeOfItems(
    trx,
    story.id,
    leader.entries.map(({ itemId }) => itemId),
  );
  if (!take || take.number === story.current_take) return undefined;
  const number = story.current_take + 1;
  await renumberTake(trx, take, number);
  return { ...take, number };
}

/** Makes a take the current one, with what its item says of whether and when it may be used. */
function lead(trx: Db, story: StoryRow, leader: ChainTake, take: TakeRow, at: Date): Promise<StoryRow> {
  const versions = leader.entries
    .filter(({ sourceId, guid }) => sourceId === story.wire_source_id && guid === story.wire_guid)
    .map(({ version }) => version);
  const [entry] = leader.entries;
  return updateStory(trx, story.id, {
    current_take: take.number,
    wire_version: Math.max(story.wire_version ?? 0, ...versions),
    withheld: entry?.status === 'withheld',
    embargo_until: entry?.embargoUntil ?? null,
    updated_at: at,
  });
}

async function writeTake(trx: Db, story: StoryRow, number: number, command: TakeWireItem): Promise<TakeRow> {
  const { item } = command;
  const names = { codes: subjectCodes(item), slugs: topicSlugs(command) };
  const topics = await findTopicsNamed(trx, story.edition, names);
  const take = toTake(command, {
    story_id: story.id,
    number,
    topics: [
      ...new Set([...topics.map((topic) => topic.id), ...mappedSubjects(command, story.edition).topics]),
    ],
  });
  await insertTakes(trx, [take]);
  return take;
}
