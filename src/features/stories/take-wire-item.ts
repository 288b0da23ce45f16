import { findTopicsNamed } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { subjectCodes, subjectSlugs } from './route-item.ts';
import { findStoryByWire, updateStory } from './stories.repo.ts';
import type { PictureReference, StoryRow, TakeRow } from './stories.tables.ts';
import { embargoEnd } from './story.ts';
import { picturesOf, type TakeWireItem, toTake } from './take-of-item.ts';
import { insertTakes } from './takes.repo.ts';

/**
 * `take`: the one that was made; none of a kill. `current`: whether it is the one to publish; a version that came late is kept, but is
 * not. `pictures`: those the take names.
 */
export type TakenIn = { story: StoryRow; take?: TakeRow; current: boolean; pictures: PictureReference[] };

/** Makes a take of a wire item whose earlier versions made a story. Throws as `takeNewItems` does. */
export async function takeWireItem(trx: Db, command: TakeWireItem): Promise<TakenIn> {
  const { source, item, version } = command;
  const story = await findStoryByWire(trx, source.id, item.uri);
  if (!story) throw new Error(`item ${item.uri} has no story to go to`);
  // A kill carries no text worth a take, and may carry none at all.
  if (item.pubstatus === 'canceled') return { story, current: true, pictures: [] };
  if ((story.wire_version ?? 0) > version) {
    // Overtaken by a later one: takes are numbered as they came, so it goes under negative numbers, out of the way.
    const take = await writeTake(trx, story, -version, command);
    return { story, take, current: false, pictures: [] };
  }
  const number = story.current_take + 1;
  const take = await writeTake(trx, story, number, command);
  const changed = await updateStory(trx, story.id, {
    current_take: number,
    wire_version: version,
    withheld: item.pubstatus === 'withheld',
    embargo_until: embargoEnd(item.embargoed),
    updated_at: command.at,
  });
  return { story: changed, take, current: true, pictures: picturesOf(item) };
}

async function writeTake(trx: Db, story: StoryRow, number: number, command: TakeWireItem): Promise<TakeRow> {
  const { item } = command;
  const names = { codes: subjectCodes(item), slugs: subjectSlugs(item) };
  const topics = await findTopicsNamed(trx, story.edition, names);
  const take = toTake(command, { story_id: story.id, number, topics: topics.map((topic) => topic.id) });
  await insertTakes(trx, [take]);
  return take;
}
